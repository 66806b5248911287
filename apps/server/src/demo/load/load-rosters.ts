import { join } from 'node:path'
import { must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { listUnits } from '../../modules/organization/organization.api.ts'
import { loadRosterFile, type LoadedRoster } from '../../modules/registry/registry.api.ts'
import type { Services } from '../../platform/services.ts'
import { accountOf, officeOf } from './demo-accounts.ts'
import type { RosterFile } from './roster-folder.ts'

// While one file waits for its reader or the database, another is checked.
const FILES_AT_ONCE = 2

type Loaded = LoadedRoster & { path: string }

/**
 * Imports the units' rosters, each as the office of its unit would; `onFile` hears of every file when it is done. Files
 * are written in their order, so that of two sheets that list a person the same one has it every time.
 */
export async function loadRosters(
  services: Services, from: { folder: string; files: readonly RosterFile[]; asOf: CalendarDate }, onFile: (loaded: Loaded) => void,
): Promise<void> {
  const { folder, files, asOf } = from
  const units = new Map((await listUnits(services.database.db, asOf)).map((unit) => [unit.code, unit]))
  const waiting = files.values()
  let last = Promise.resolve()
  const work = async () => {
    for (const { path, unit } of waiting) {
      const turn = last
      const done = Promise.withResolvers<void>()
      last = done.promise
      const { scope } = must(units.get(unit), `No reporting unit ${unit}`)
      const { id, name } = await accountOf(services, officeOf(unit))
      const loaded = await loadRosterFile(services, { path: join(folder, path), on: asOf, prefixes: scope, userId: id, userName: name, turn })
      if (loaded.state !== 'committed') throw new Error(`${path} was not imported: ${loaded.message ?? loaded.state}`)
      onFile({ ...loaded, path })
      done.resolve()
    }
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work))
}
