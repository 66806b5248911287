import type { Answers } from '../../app/api.ts'

/** Answers of the reporting endpoints, as the pages read them. */
export type Report = Answers['reporting']['reports']['get']
export type ReportContent = Report['content']
export type ReportSummary = Report['summary']
export type ReportNote = Report['notes'][number]
export type ReportSection = ReportNote['section']
export type ReportFigure = Exclude<ReportContent['tracks']['sentences'][number][number], string>
export type Sentence = ReportContent['tracks']['sentences'][number]
export type UnitRow = ReportContent['units']['rows'][number]
