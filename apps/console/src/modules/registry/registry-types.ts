import type { Answers } from '../../app/api.ts'

/** Answers of the registry endpoints, as the pages read them. */
export type PersonRow = Answers['registry']['persons']['list']['rows'][number]
export type PersonPageData = Answers['registry']['persons']['get']
export type Person = PersonPageData['person']
export type Job = PersonPageData['episodes'][number]
export type Proof = Job['evidence'][number]
export type TrainingRow = PersonPageData['trainings'][number]
export type ExemptionRow = PersonPageData['exemptions'][number]
export type WagePoint = PersonPageData['wages'][number]
export type Version = PersonPageData['versions'][number]
export type HouseholdRow = Answers['registry']['households']['list']['rows'][number]
export type HouseholdPageData = Answers['registry']['households']['get']
export type Household = HouseholdPageData['household']
export type ExportRow = Answers['registry']['exports']['list']['rows'][number]
export type ImportSummary = Answers['registry']['imports']['list']['rows'][number]
export type ImportPageData = Answers['registry']['imports']['get']
export type ImportIssue = Answers['registry']['imports']['issues']['rows'][number]
