/** `anye report`: closes a day when asked, compiles its war report and writes it as Word and PDF. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { newId } from '@anye/kernel/ids'
import { systemRandomBytes } from '@anye/kernel/random'
import { isCalendarDate, type CalendarDate } from '@anye/kernel/calendar-date'
import { closeDayBooks, findDay, recomputeAll } from '../modules/indicators/indicators.api.ts'
import { PREFECTURE } from '../modules/organization/organization.api.ts'
import { printReport, reportFileName, reportToPrint } from '../modules/reporting/reporting.api.ts'
import { openServices } from '../open-services.ts'
import { recordAudit } from '../platform/audit/record-audit.ts'
import { systemClock } from '../platform/clock.ts'
import { loadConfig } from '../platform/config.ts'
import { inScope, type Tx } from '../platform/db.ts'
import { createLog } from '../platform/log.ts'
import { openPreparedServer } from '../platform/postgres/open-prepared.ts'
import { Refusal } from '../platform/refusal.ts'
import { EVERYWHERE } from '../platform/scope.ts'
import { loadSecrets } from '../platform/secrets.ts'
import type { Services } from '../platform/services.ts'

const USAGE = `anye report [--day YYYY-MM-DD] [--unit CODE] [--out DIR] [--close]
Writes the war report of a closed day (default: today), as signed or else compiled anew, for the prefecture
(5223, the default) or a reporting unit (522301 … 522328, 5223-YL) to DIR (default: here) as .docx and .pdf.
--close closes today's books first.
The documents carry the annex with names unmasked: they are for the officials on duty.`

type Order = { day: CalendarDate; unit: string; out: string; close: boolean }

try {
  const { values } = parseArgs({
    options: {
      day: { type: 'string' },
      unit: { type: 'string', default: PREFECTURE },
      out: { type: 'string', default: '.' },
      close: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const day = values.day ?? systemClock.today()
  if (!isCalendarDate(day)) throw new Error(`--day wants a date such as 2026-11-24, not ${day}`)
  if (values.help) console.log(USAGE)
  else for (const path of await run({ ...values, day })) console.log(path)
} catch (error) {
  console.error(error instanceof Refusal ? sentenceOf(error) : error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(order: Order): Promise<string[]> {
  const config = loadConfig(process.env)
  const log = createLog({ level: 'error' })
  const server = await openPreparedServer(config, (line) => console.error(line))
  const { services, close } = await openServices({
    config,
    secrets: loadSecrets(config.secretsFile),
    appUrl: server.appUrl,
    clock: systemClock,
    log,
    connections: 3,
  })
  try {
    if (order.close) await closeToday(services, order.day)
    return await writeReport(services, order)
  } finally {
    await close()
    await server.stop()
  }
}

async function closeToday(services: Services, day: CalendarDate): Promise<void> {
  const { clock, database } = services
  if (day !== clock.today())
    throw new Error(`Only today (${clock.today()}) can be closed; other days close at their own cut-off`)
  await recomputeAll(services)
  await inScope(database.db, EVERYWHERE, async (tx) => {
    if ((await findDay(tx, day)) !== undefined) return
    const head = await closeDayBooks(tx, day, clock.now(), null)
    await audit(tx, services, 'indicators.day.close', { type: 'day', id: day }, { head })
  })
}

async function writeReport(services: Services, { day, unit, out }: Order): Promise<string[]> {
  const { clock, database, synthetic } = services
  const now = clock.now()
  const printed = await inScope(database.db, EVERYWHERE, async (tx) => {
    const order = { unit, day, by: null, at: now, synthetic, newId: () => newId(now, systemRandomBytes) }
    const report = await reportToPrint(tx, order)
    const action = report.isNew ? 'reporting.report.compile' : 'reporting.report.download'
    await audit(tx, services, action, { type: 'report', id: report.id }, { unit, day })
    return report.printed
  })
  const folder = resolve(out)
  await mkdir(folder, { recursive: true })
  const paths = []
  for (const format of ['docx', 'pdf'] as const) {
    const { bytes } = await printReport(printed, format, now)
    const path = join(folder, `${reportFileName(printed.content)}.${format}`)
    await writeFile(path, bytes, { mode: 0o600 })
    paths.push(path)
  }
  return paths
}

type About = { type: string; id: string }

async function audit(
  tx: Tx,
  { clock }: Services,
  action: string,
  about: About,
  after: object,
): Promise<void> {
  const who = { actorId: null, actorName: 'anye report' }
  await recordAudit(tx, {
    at: clock.now(),
    ...who,
    action,
    outcome: 'ok',
    objectType: about.type,
    objectId: about.id,
    after,
  })
}

function sentenceOf({ code, message }: Refusal): string {
  if (code === 'day_not_closed')
    return 'The day is not closed yet: close it in the console, or call with --close today'
  if (code === 'not_found')
    return '--unit wants the prefecture (5223) or a reporting unit (522301 … 522328, 5223-YL)'
  return message
}
