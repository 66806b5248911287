import type { Answers } from '../../app/api.ts'

/** Answers of the indicator endpoints, as the pages read them. */
export type Overview = Answers['indicators']['overview']['get']
export type ChildRow = Overview['children'][number]
export type Figure = Overview['figures'][number]
export type IndicatorValue = ChildRow['values'][number]
export type Fresh = Overview['fresh']
export type ZeroHousehold = Overview['zero']['first'][number]
export type Coverage = Answers['indicators']['coverage']['list']
export type CoverageRow = Coverage['rows'][number]
export type MemberRow = Answers['indicators']['members']['list']['rows'][number]
