import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { daysBetween } from '@anye/kernel/calendar-date'
import { z } from 'zod'
import type { Prefecture, PrefectureOptions } from '../model.ts'
import { writeRosters } from '../rosters/write-rosters.ts'
import { DAYS_TO_CONTINUE } from './demo-day.ts'

const RosterFile = z.object({ path: z.string(), unit: z.string(), sheets: z.number(), persons: z.number() })
export type RosterFile = z.infer<typeof RosterFile>
const Manifest = z.object({
  options: z.object({
    scale: z.number(), seed: z.union([z.string(), z.number()]), asOf: z.string(), era: z.enum(['2020', 'today']),
    places: z.array(z.string()).optional(),
  }),
  files: z.array(RosterFile),
})
export type RosterManifest = z.infer<typeof Manifest>

const NAME = 'rosters.json'

/** What a folder of rosters holds; undefined while none were written to the end. */
export async function findRosters(folder: string): Promise<RosterManifest | undefined> {
  const text = await readFile(join(folder, NAME), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Manifest.parse(JSON.parse(text))
}

/**
 * The options to go on with: a load that was cut off before midnight keeps its day, unless another is asked for.
 * @param dayGiven the as-of day was typed, not taken from the clock
 */
export async function continuedOptions(options: PrefectureOptions, folder: string, dayGiven: boolean): Promise<PrefectureOptions> {
  const found = (await findRosters(folder))?.options
  const isSame = found !== undefined && JSON.stringify({ ...found, asOf: options.asOf }) === JSON.stringify(options)
  return isSame && !dayGiven && found.asOf <= options.asOf && daysBetween(found.asOf, options.asOf) <= DAYS_TO_CONTINUE ? found : options
}

/** The prefecture's rosters in a folder, written unless they lie there already from the same options. */
export async function ensureRosters(
  prefecture: Prefecture, folder: string, onFile: (path: string, persons: number) => void,
): Promise<RosterFile[]> {
  const found = await findRosters(folder)
  if (found !== undefined && JSON.stringify(found.options) === JSON.stringify(prefecture.options)) return found.files
  const { files } = await writeRosters(prefecture, folder, onFile)
  await writeFile(join(folder, NAME), `${JSON.stringify({ options: prefecture.options, files }, null, 1)}\n`)
  return files
}
