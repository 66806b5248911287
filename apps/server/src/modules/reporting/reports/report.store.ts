import { sql } from 'kysely'
import type { ReportContent, ReportNote } from '@anye/contract/reporting/report'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { firstRow, rows, type Tx } from '../../../platform/db.ts'

/** A stored report without its content. */
export type ReportHead = {
  id: string
  unitCode: string
  day: CalendarDate
  number: number
  state: 'draft' | 'signed'
  title: string
  unitName: string
  compiledAt: Date
  compiledBy: string | null
  signedAt: Date | null
  signerName: string | null
  signerTitle: string | null
  digest: string | null
  version: number
  corrections: number
}
export type StoredReport = ReportHead & { content: ReportContent; notes: ReportNote[] }
export type Correction = { number: number; text: string; signerName: string; signedAt: Date }

const HEAD = sql`
  r.id, r.unit_code as "unitCode", r.day, r.number, r.state, r.content ->> 'title' as title,
  r.content #>> '{place,name}' as "unitName", r.compiled_at as "compiledAt", r.compiled_by as "compiledBy",
  r.signed_at as "signedAt", r.signer_name as "signerName",
  r.signer_title as "signerTitle", r.digest, r.version,
  (select count(*)::int from reporting.correction c where c.report_id = r.id) as corrections`

export async function findReport(tx: Tx, id: string): Promise<StoredReport | undefined> {
  return firstRow(
    tx,
    sql<StoredReport>`select ${HEAD}, r.content, r.notes from reporting.report r where r.id = ${id}`,
  )
}

/** The report of a unit and day, if one was compiled. */
export async function findReportOn(
  tx: Tx,
  unit: string,
  day: CalendarDate,
): Promise<StoredReport | undefined> {
  return firstRow(
    tx,
    sql<StoredReport>`
    select ${HEAD}, r.content, r.notes from reporting.report r
    where r.unit_code = ${unit} and r.day = ${day}`,
  )
}

/**
 * The same by id, locked until the end of the transaction: whoever signs, annotates or corrects comes one
 * after the other.
 */
export async function lockReport(tx: Tx, id: string): Promise<StoredReport | undefined> {
  return firstRow(
    tx,
    sql<StoredReport>`
    select ${HEAD}, r.content, r.notes from reporting.report r where r.id = ${id} for update of r`,
  )
}

/** Keeps two compilations of one unit apart, so that numbers stay consecutive. */
export async function lockUnit(tx: Tx, unit: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`reporting.report:${unit}`}))`.execute(tx)
}

/** The report of a unit and day if there is one, and the number the next one gets. */
export async function numberFor(
  tx: Tx,
  unit: string,
  day: CalendarDate,
): Promise<{ number: number; state: 'draft' | 'signed' | null }> {
  const found = await firstRow(
    tx,
    sql<{ number: number; state: 'draft' | 'signed' }>`
    select number, state from reporting.report where unit_code = ${unit} and day = ${day}`,
  )
  if (found !== undefined) return found
  const last = await firstRow(
    tx,
    sql<{ number: number }>`
    select coalesce(max(number), 0)::int as number from reporting.report where unit_code = ${unit}`,
  )
  return { number: (last?.number ?? 0) + 1, state: null }
}

/**
 * Writes a draft, or compiles the draft of the day again; the version counts only when the content differs.
 */
export async function saveDraft(
  tx: Tx,
  draft: { id: string; unit: string; content: ReportContent; by: string | null; at: number },
): Promise<string> {
  const { id, unit, content, by, at } = draft
  const saved = await firstRow(
    tx,
    sql<{ id: string }>`
    insert into reporting.report as r (id, unit_code, day, number, state, content, compiled_at, compiled_by)
    values (${id}, ${unit}, ${content.day}, ${content.number}, 'draft', ${JSON.stringify(content)}::jsonb,
      ${new Date(at)}, ${by})
    on conflict (unit_code, day) do update set content = excluded.content, compiled_at = excluded.compiled_at,
      compiled_by = excluded.compiled_by,
      version = r.version + (r.content is distinct from excluded.content)::int
    returning r.id`,
  )
  return saved?.id ?? id
}

export async function addNote(tx: Tx, id: string, note: ReportNote): Promise<void> {
  await sql`
    update reporting.report set notes = notes || ${JSON.stringify([note])}::jsonb, version = version + 1
    where id = ${id}`.execute(tx)
}

export async function saveSignature(
  tx: Tx,
  id: string,
  signature: { by: string; at: number; name: string; title: string; digest: string },
): Promise<void> {
  const { by, at, name, title, digest } = signature
  await sql`
    update reporting.report set state = 'signed', signed_by = ${by}, signed_at = ${new Date(at)},
      signer_name = ${name}, signer_title = ${title}, digest = ${digest}, version = version + 1
    where id = ${id}`.execute(tx)
}

/** Adds the next correction and answers its number; the report's row must be locked. */
export async function addCorrection(
  tx: Tx,
  id: string,
  correction: { text: string; by: string; name: string; at: number },
): Promise<number> {
  const { text, by, name, at } = correction
  const added = await firstRow(
    tx,
    sql<{ number: number }>`
    insert into reporting.correction (report_id, number, text, signed_at, signed_by, signer_name)
    select ${id}, coalesce(max(number), 0) + 1, ${text}, ${new Date(at)}, ${by}, ${name}
    from reporting.correction where report_id = ${id} returning number`,
  )
  return added?.number ?? 1
}

export async function listCorrections(tx: Tx, id: string): Promise<Correction[]> {
  return rows(
    tx,
    sql<Correction>`
    select number, text, signer_name as "signerName", signed_at as "signedAt" from reporting.correction
    where report_id = ${id} order by number`,
  )
}

/**
 * Reports the session may read, latest day first, then in the order of codes; one more than the page holds.
 */
export async function selectReports(
  tx: Tx,
  page: { unit: string | undefined; after: readonly (string | number | null)[] | undefined; limit: number },
): Promise<{ heads: ReportHead[]; total: number }> {
  const { unit, after, limit } = page
  const mine = sql`(${unit === undefined} or r.unit_code = ${unit ?? null})`
  const heads = await rows(
    tx,
    sql<ReportHead>`
    select ${HEAD} from reporting.report r
    where ${mine} and (${after === undefined} or r.day < ${after?.[0] ?? null}::date
      or (r.day = ${after?.[0] ?? null}::date and r.unit_code > ${after?.[1] ?? null}::text))
    order by r.day desc, r.unit_code limit ${limit + 1}`,
  )
  const counted = await firstRow(
    tx,
    sql<{ total: number }>`select count(*)::int as total from reporting.report r where ${mine}`,
  )
  return { heads, total: counted?.total ?? 0 }
}

/** The first of these units without a report for the latest closed day, with that day. */
export async function findUnreported(
  tx: Tx,
  units: readonly string[],
): Promise<{ unit: string; day: CalendarDate } | undefined> {
  const [missing] = await rows(
    tx,
    sql<{ unit: string; day: CalendarDate }>`
    select u.unit, d.day from unnest(${units}::text[]) with ordinality as u(unit, n)
    cross join (select day from indicators.pub_day where state = 'closed' order by day desc limit 1) d
    where not exists (select 1 from reporting.report r where r.unit_code = u.unit and r.day = d.day)
    order by u.n limit 1`,
  )
  return missing
}
