import type { Answers } from '../../app/api.ts'

/** Answers of the organization endpoints, as the pages read them. */
export type Division = Answers['organization']['listChildren'][number]
export type DivisionHistory = Answers['organization']['getDivision']
export type ReportingUnit = Answers['organization']['listUnits'][number]
export type Body = Answers['organization']['listBodies'][number]
export type Post = Body['posts'][number]
export type Holder = NonNullable<Post['holder']>
export type Gap = Answers['organization']['listGaps']['rows'][number]
export type Handover = Answers['organization']['listMyGrids']['offers'][number]
export type Grid = Answers['organization']['listGrids'][number]
