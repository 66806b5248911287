import type { Answers } from '../../app/api.ts'

/** Answers of the parameter, day and ledger endpoints, as the pages read them. */
export type Settings = Answers['indicators']['parameters']['get']
export type Parameters = Settings['parameters']
export type SettingChange = Settings['history'][number]
export type PlanLine = Settings['plans'][string]
export type Days = Answers['indicators']['days']['list']
export type Day = Days['days'][number]
export type Fresh = Answers['indicators']['overview']['get']['fresh']
export type Ledger = Answers['indicators']['ledger']['get']
export type LedgerRow = Ledger['rows'][number]
