/**
 * `anye import roster FILE --as USER [--mapping M.json] [--json] [--on DATE]`: imports a roster from the command line in a
 * user's name, with that user's area and permission, as the wizard would. Exit 0 when it is written (or was before), 1 when
 * it was not, 2 with a sentence on standard error for a file that cannot be read and for wrong arguments.
 */
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { ImportSummary } from '@anye/contract/registry/imports/endpoints'
import { findActor, findUserByName } from '../modules/organization/organization.api.ts'
import { loadRosterFile, type LoadedRoster } from '../modules/registry/registry.api.ts'
import { openServices } from '../open-services.ts'
import { prefixesFor, type Actor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { inScope } from '../platform/db.ts'
import { createLog } from '../platform/log.ts'
import { openDatabaseServer } from '../platform/postgres/open-server.ts'
import { NOWHERE } from '../platform/scope.ts'
import { loadSecrets } from '../platform/secrets.ts'
import type { Services } from '../platform/services.ts'
import { dayFlag, mustBeFile, readMapping, sentenceOf, UsageError } from './roster-arguments.ts'

const USAGE = '用法: import roster 文件 --as 用户名 [--mapping 列对应.json] [--json] [--on 2020-04-01]'

type Flags = ReturnType<typeof readArguments>['values']

async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args)
  const [kind, file, ...others] = positionals
  if (values.help) {
    console.log(USAGE)
    return
  }
  if (kind !== 'roster' || file === undefined || others.length > 0) throw new UsageError(USAGE)
  if (values.as === undefined) throw new UsageError('请用 --as 说明以谁的名义导入，例如 --as office-522301。')
  await mustBeFile(file)
  const loaded = await load(file, values.as, values)
  console.log(values.json ? JSON.stringify(answerOf(loaded)) : sentencesOf(loaded))
  if (loaded.state !== 'committed') process.exitCode = loaded.counts === null ? 2 : 1
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        as: { type: 'string' },
        mapping: { type: 'string' },
        json: { type: 'boolean' },
        on: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
}

async function load(file: string, userName: string, flags: Flags): Promise<LoadedRoster> {
  const mapping = await readMapping(flags.mapping)
  const config = loadConfig(process.env)
  const server = await openDatabaseServer(config, (line) => console.error(line))
  try {
    const { services, close } = await openServices({
      config, secrets: loadSecrets(config.secretsFile), appUrl: server.appUrl, clock: systemClock, log: createLog({ level: 'warn' }), connections: 4,
    })
    try {
      const actor = await importer(services, userName)
      return await loadRosterFile(services, {
        path: file, name: basename(file), on: dayFlag(flags.on) ?? services.clock.today(), prefixes: prefixesFor(actor, 'roster.import'),
        userId: actor.userId, userName: actor.name, ...(mapping === undefined ? {} : { mapping }),
      })
    } finally {
      await close()
    }
  } finally {
    await server.stop()
  }
}

/** The user in whose name the file comes; one who may not import is refused, and the audit keeps the attempt. */
async function importer({ database, clock }: Services, userName: string): Promise<Actor> {
  const user = await findUserByName(database.db, userName)
  const actor = user && (await findActor(database.db, user.id, clock.today()))
  if (actor === undefined) throw new UsageError(`没有可用的用户“${userName}”。用 user list 查看用户名。`)
  if (!actor.permissions.has('roster.import')) {
    await inScope(database.db, NOWHERE, (tx) => recordAudit(tx, {
      at: clock.now(), actorId: actor.userId, actorName: actor.name, action: 'registry.import.start', outcome: 'refused', after: { code: 'forbidden' },
    }))
    throw new UsageError(`用户“${userName}”没有导入花名册的权限。`)
  }
  return actor
}

type Answer = Partial<NonNullable<ImportSummary['counts']>> & Pick<ImportSummary, 'id' | 'state' | 'difference' | 'message'>
  & Pick<LoadedRoster, 'alreadyImported' | 'missing'>

function answerOf({ id, state, counts, difference, message, alreadyImported, missing }: LoadedRoster): Answer {
  return { id, state, ...counts, difference, message, alreadyImported, missing }
}

function sentencesOf({ state, counts, difference, message, alreadyImported, missing, id }: LoadedRoster): string {
  if (alreadyImported) return `这份文件已经导入过（${id}），没有重复写入。`
  if (missing.length > 0) return `缺少必需的列：${missing.join('、')}。请用 --mapping 指明，没有写入。`
  if (state !== 'committed' || counts === null || difference === null) return message ?? `没有写完（${state}）。再执行一次可继续。`
  const { households, persons, episodes } = difference
  return [
    `共 ${counts.rows} 行：通过 ${counts.accepted}，提醒 ${counts.warned}，待核 ${counts.queried}，退回 ${counts.rejected}`,
    ...([['户', households], ['人', persons], ['就业记录', episodes]] as const).map(([noun, change]) =>
      `  ${noun}：新增 ${change.new}，变更 ${change.changed}，不变 ${change.same}`),
  ].join('\n')
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 2
}
