/**
 * `anye import roster FILE [--as USER] [--mapping M.json] [--json] [--on DATE]`: imports a roster as the wizard would. With
 * --as in a user's name, with that user's area and permission; without, as the command line of the server, over the whole
 * prefecture, since who may call it owns the database. Exit 0 when it is written (or was before), 1 when it was not, 2 with
 * a sentence on standard error for a file that cannot be read and for wrong arguments.
 */
import { basename } from 'node:path'
import { ERRORS } from '@anye/contract/errors'
import { isRosterFieldKey, rosterField } from '@anye/contract/registry/imports/roster-fields'
import type { RosterIssue } from '@anye/contract/registry/imports/roster-issue'
import { findActor, findUserByName, PREFECTURE } from '../modules/organization/organization.api.ts'
import { listRosterIssues, loadRosterFile, type LoadedRoster } from '../modules/registry/registry.api.ts'
import { openServices } from '../open-services.ts'
import { COMMAND_LINE_ID, prefixesFor } from '../platform/actor.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { inScope } from '../platform/db.ts'
import { createLog } from '../platform/log.ts'
import { openPreparedServer } from '../platform/postgres/open-prepared.ts'
import { NOWHERE } from '../platform/scope.ts'
import { loadSecrets } from '../platform/secrets.ts'
import type { Services } from '../platform/services.ts'
import { dayFlag, mustBeFile, readArguments, readMapping, ROSTER_FLAGS, sentenceOf, UsageError } from './roster-arguments.ts'
import { endWithReader, issueLines, print, printJson } from './roster-output.ts'

const USAGE = '用法: import roster 文件 [--as 用户名] [--mapping 列对应.json] [--dry-run] [--json] [--on 2020-04-01]'

type Flags = { as?: string; mapping?: string; on?: string }
type Importer = { userId: string; userName: string; prefixes: readonly string[] }
type Loaded = LoadedRoster & { issues: RosterIssue[] }

const COMMAND_LINE: Importer = { userId: COMMAND_LINE_ID, userName: '服务器命令行', prefixes: [PREFECTURE] }

async function main(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(USAGE, { args, allowPositionals: true, options: { ...ROSTER_FLAGS, as: { type: 'string' } } })
  const [kind, file, ...others] = positionals
  if (values.help) return print(`${USAGE}\n`)
  if (kind !== 'roster' || file === undefined || others.length > 0) throw new UsageError(USAGE)
  await mustBeFile(file)
  const loaded = await load(file, values)
  if (loaded.counts === null) throw new UsageError(loaded.message ?? ERRORS.file_unreadable.zh)
  const { id, state, counts, difference, alreadyImported, missing, issues } = loaded
  await (values.json
    ? printJson({ ...counts, id, state, difference, alreadyImported, missing }, issues)
    : print(`${sentencesOf(loaded).join('\n')}\n`))
  if (state !== 'committed') process.exitCode = 1
}

async function load(file: string, flags: Flags): Promise<Loaded> {
  const mapping = await readMapping(flags.mapping)
  const on = dayFlag(flags.on)
  const config = loadConfig(process.env)
  const server = await openPreparedServer(config, (line) => console.error(line))
  try {
    const { services, close } = await openServices({
      config, secrets: loadSecrets(config.secretsFile), appUrl: server.appUrl, clock: systemClock, log: createLog({ level: 'error' }), connections: 4,
    })
    try {
      const importer = flags.as === undefined ? COMMAND_LINE : await importerNamed(services, flags.as)
      const loaded = await loadRosterFile(services, {
        path: file, name: basename(file), on: on ?? services.clock.today(), ...importer, ...(mapping === undefined ? {} : { mapping }),
      })
      return { ...loaded, issues: await listRosterIssues(services, loaded.id) }
    } finally {
      await close()
    }
  } finally {
    await server.stop()
  }
}

/** The user in whose name the file comes; one who may not import is refused, and the audit keeps the attempt. */
async function importerNamed({ database, clock }: Services, userName: string): Promise<Importer> {
  const user = await findUserByName(database.db, userName)
  const actor = user && (await findActor(database.db, user.id, clock.today()))
  if (actor === undefined) throw new UsageError(`没有可用的用户“${userName}”。用 user list 查看用户名。`)
  if (!actor.permissions.has('roster.import')) {
    await inScope(database.db, NOWHERE, (tx) => recordAudit(tx, {
      at: clock.now(), actorId: actor.userId, actorName: actor.name, action: 'registry.import.start', outcome: 'refused', after: { code: 'forbidden' },
    }))
    throw new UsageError(`用户“${userName}”没有导入花名册的权限。`)
  }
  return { userId: actor.userId, userName: actor.name, prefixes: prefixesFor(actor, 'roster.import') }
}

function sentencesOf(loaded: Loaded): string[] {
  const { state, counts, difference, message, alreadyImported, missing, id, issues } = loaded
  if (alreadyImported) return [`这份文件已经导入过（${id}），没有重复写入。`]
  const found = counts === null ? [] : [
    `共 ${counts.rows} 行：通过 ${counts.accepted}，提醒 ${counts.warned}，待核 ${counts.queried}，退回 ${counts.rejected}`,
  ]
  if (state === 'committed' && difference !== null) {
    const { households, persons, episodes } = difference
    const changes = [['户', households], ['人', persons], ['就业记录', episodes]] as const
    found.push(...changes.map(([noun, change]) => `  ${noun}：新增 ${change.new}，变更 ${change.changed}，不变 ${change.same}`))
  } else if (missing.length > 0) found.push(missingSentence(missing))
  else found.push(message ?? (state === 'checked' ? ERRORS.import_empty.zh : `没有写完（${state}）。再执行一次可继续。`))
  return [...found, ...(issues.length > 0 ? ['', ...issueLines(issues)] : [])]
}

/** Titles for the person, keys for the mapping file. */
function missingSentence(missing: readonly string[]): string {
  const columns = missing.map((key) => (isRosterFieldKey(key) ? `${rosterField(key).zh}（${key}）` : key))
  return `缺少必需的列：${columns.join('、')}。没有写入。请用 --mapping 指明，例如 {"columns": {"表中的列名": "${missing[0] ?? ''}"}}。`
}

endWithReader()

try {
  await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 2
}
