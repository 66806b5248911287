import { z } from 'zod'
import { CalendarDateString } from '../page.ts'
import { IndicatorValue, PlaceRef } from '../indicators/endpoints.ts'

/**
 * A figure of a report with the query it opens to: a counter over a place on the frozen day. `members` are the rows the
 * counter counts, `ledger` is the counter's line in the books (what a change opens to), `cards` the progress of a month's service cards,
 * whose counter is the month; null for a plan, which has none.
 */
export const ReportFigure = z.object({
  text: z.string(), value: z.number().nullable(), unit: z.enum(['percent', 'points', 'households', 'persons', 'rows', 'count']),
  opens: z.object({
    counter: z.string(), place: z.string(), day: CalendarDateString, view: z.enum(['members', 'ledger', 'cards']),
  }).nullable(),
})
export type ReportFigure = z.infer<typeof ReportFigure>

const UnitRow = z.object({
  place: PlaceRef, base: z.number().int(), a: IndicatorValue, b: IndicatorValue, coverage: IndicatorValue,
  employed: z.number().int(), employedChange: z.number().int().nullable(), zero: z.number().int(), zeroChange: z.number().int().nullable(),
  rank: z.number().int().nullable(), rankChange: z.number().int().nullable(),
})

/** Sentences with figures inside: plain text between figures that open to their records. */
export const Sentence = z.array(z.union([z.string(), ReportFigure]))
export type Sentence = z.infer<typeof Sentence>

/**
 * What a war report says (DOMAIN section 7), frozen with the day: every output (page, Word, PDF) is drawn from this
 * and from nothing else. Sections whose module does not exist yet are absent.
 */
export const ReportContent = z.object({
  version: z.literal(1),
  title: z.string(), number: z.number().int(), day: CalendarDateString, issuer: z.string(), place: PlaceRef,
  /** The chiefs in office that day, both of a county's (S7) or the ranks of the prefecture's command (S6). */
  chiefs: z.array(z.object({ title: z.string(), name: z.string() })),
  era: z.string(), synthetic: z.boolean(),
  base: z.object({ month: z.string(), frozenOn: CalendarDateString, households: z.number().int() }).nullable(),
  ledgerHead: z.string(),
  headline: z.object({ sentences: z.array(Sentence), figures: z.array(IndicatorValue) }),
  units: z.object({ sentence: Sentence, rows: z.array(UnitRow) }),
  /** Townships of the prefecture, villages of a unit; `unitName` is the place one level up. No row: the section is absent. */
  bottom: z.object({ sentence: Sentence, rows: z.array(z.object({ place: PlaceRef, unitName: z.string(), a: IndicatorValue, zero: z.number().int() })) }),
  tracks: z.object({ sentences: z.array(Sentence) }),
  /** The monthly service cards; reports from before there were any lack it. */
  cards: z.object({ sentences: z.array(Sentence) }).optional(),
  dataQuality: z.object({ sentences: z.array(Sentence) }),
  ledger: z.array(z.object({ key: z.string(), label: z.string(), opening: z.number().int(), change: z.number().int(), correction: z.number().int(), closing: z.number().int() })),
  /** Restricted annex, the longest without work first: shown and printed only for viewers who may see rows. */
  zeroAnnex: z.array(z.object({
    householdId: z.uuid(), place: z.string(), villageCode: z.string(), headName: z.string(), type: z.string(),
    since: CalendarDateString, dueOn: CalendarDateString, contactName: z.string().nullable(),
  })),
  zeroAnnexTotal: z.number().int(),
})
export type ReportContent = z.infer<typeof ReportContent>

/** Sections that people may annotate; `tasks` (problems, decisions, tasks for tomorrow) consists of notes only. */
export const ReportSection = z.enum(['headline', 'units', 'bottom', 'tracks', 'cards', 'dataQuality', 'tasks'])
export type ReportSection = z.infer<typeof ReportSection>

export const ReportNote = z.object({ id: z.uuid(), section: ReportSection, text: z.string(), by: z.string(), at: z.string() })
export type ReportNote = z.infer<typeof ReportNote>

export const ReportSummary = z.object({
  id: z.uuid(), unitCode: z.string(), unitName: z.string(), day: CalendarDateString, number: z.number().int(), title: z.string(),
  state: z.enum(['draft', 'signed']), compiledAt: z.string(), signedAt: z.string().nullable(), signerName: z.string().nullable(),
  signerTitle: z.string().nullable(), corrections: z.number().int(), version: z.number().int(), canSign: z.boolean(),
  /** Why the reader cannot sign, a code of the error table; null when canSign. */
  signRefusal: z.enum(['report_signed', 'forbidden', 'separation_of_duties']).nullable(),
})
export type ReportSummary = z.infer<typeof ReportSummary>
