import { sql } from 'kysely'
import { DEFAULT_PARAMETERS, IndicatorParameters, PARAMETERS_KEY as PARAMETERS, PlanLine } from '@anye/contract/indicators/parameters'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { rows, type Tx } from '../../../platform/db.ts'
import { settingOn } from '../../../platform/setting.store.ts'

const PLANS = 'indicators.plans'
const CUT_OFF = 'indicators.cut_off'
/** 22:00 numbers frozen (DOMAIN section 7). */
export const DEFAULT_CUT_OFF = '22:00'

/** The definitions' parameters in force on a day, with the document behind them. */
export async function getParametersOn(tx: Tx, day: CalendarDate): Promise<{
  parameters: IndicatorParameters; validFrom: CalendarDate | null; document: string | null
}> {
  const setting = await settingOn(tx, PARAMETERS, day)
  if (setting === undefined) return { parameters: DEFAULT_PARAMETERS, validFrom: null, document: null }
  const parameters = IndicatorParameters.parse(setting.value)
  return { parameters, validFrom: setting.valid_from, document: setting.document }
}

/** Plan lines by indicator key; none until somebody sets one. */
export async function getPlansOn(tx: Tx, day: CalendarDate): Promise<Record<string, PlanLine>> {
  const setting = await settingOn(tx, PLANS, day)
  if (setting === undefined) return {}
  const entries = Object.entries(setting.value as Record<string, unknown>)
  return Object.fromEntries(entries.map(([key, line]) => [key, PlanLine.parse(line)]))
}

/** `HH:MM` Shanghai time at which the day's numbers freeze. */
export async function getCutOff(tx: Tx, day: CalendarDate): Promise<string> {
  const setting = await settingOn(tx, CUT_OFF, day)
  return typeof setting?.value === 'string' ? setting.value : DEFAULT_CUT_OFF
}

type SettingChange = {
  what: 'parameters' | 'plans' | 'cutOff'; validFrom: CalendarDate; document: string | null; by: string | null; state: 'future' | 'current' | 'past'
}

/** Every change of the settings with the day from which it holds, the latest first. */
export async function listSettings(tx: Tx, today: CalendarDate): Promise<SettingChange[]> {
  return rows(tx, sql<SettingChange>`
    select case s.key when ${PARAMETERS} then 'parameters' when ${PLANS} then 'plans' else 'cutOff' end as what,
      s.valid_from as "validFrom", s.document, u.name as by,
      case when s.valid_from > ${today} then 'future'
        when s.valid_from = max(s.valid_from) filter (where s.valid_from <= ${today}) over (partition by s.key) then 'current'
        else 'past' end as state
    from platform.setting s left join organization.pub_user u on u.id = s.updated_by
    where s.key in (${PARAMETERS}, ${PLANS}, ${CUT_OFF}) order by s.valid_from desc, s.key`)
}

type Change = {
  validFrom: CalendarDate; document: string; by: string; at: number
  parameters?: IndicatorParameters | undefined; plans?: Record<string, PlanLine> | undefined; cutOff?: string | undefined
}

/** Writes the given settings from a day on; what is not given stays as it is. */
export async function saveSettings(tx: Tx, change: Change): Promise<void> {
  const values: [string, unknown][] = [[PARAMETERS, change.parameters], [PLANS, change.plans], [CUT_OFF, change.cutOff]]
  for (const [key, value] of values) {
    if (value === undefined) continue
    await sql`insert into platform.setting (key, valid_from, value, document, updated_by, updated_at)
      values (${key}, ${change.validFrom}, ${JSON.stringify(value)}::jsonb, ${change.document}, ${change.by}, ${new Date(change.at)})
      on conflict (key, valid_from) do update set value = excluded.value, document = excluded.document,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at`.execute(tx)
  }
}
