import { z } from 'zod'

/** Where platform.setting keeps them. */
export const PARAMETERS_KEY = 'indicators.parameters'

/**
 * The dated parameters of the indicator definitions (DOMAIN section 4), stored in platform.setting under
 * `indicator.parameters`; the SQL functions receive them as one JSON object.
 */
export const IndicatorParameters = z.object({
  /** Full years, from inclusive, to exclusive, on the as-of day, both sexes. */
  labourAgeFrom: z.number().int(),
  labourAgeTo: z.number().int(),
  /** Codes of 劳动技能 that make a labourer (weak_counts_as_labour). */
  labourSkills: z.array(z.string()),
  labourPopClass: z.string(),
  /** Grades of disability that are no labour, whatever the sheet says of skill. Settings of before know none. */
  noLabourGrades: z.array(z.string()).default(['1', '2']),
  /** Whether who is registered elsewhere (户籍在外地的常住成员) is in the base; the resettled always are. Settings of before know none. */
  countsHukouElsewhere: z.boolean().default(false),
  /** Days after which evidence no longer carries a claim. */
  evidenceDays: z.number().int().positive(),
  /** Longest gap between two jobs that keeps continuity, in days. */
  gapDays: z.number().int().min(0),
  /** Six months, in days. */
  stableDays: z.number().int().positive(),
  /** Fewest paid days this month when they are known. */
  paidDays: z.number().int().min(0),
  /** Yuan a year. */
  lowIncomeLine: z.number().min(0),
  farmingForm: z.string(),
  postForms: z.array(z.string()),
  selfEmployedForm: z.string(),
  openEndedContract: z.string(),
  wageEvidence: z.string(),
  /** Working days within which a zero-employment household is to be cleared. */
  zeroClearDays: z.number().int().positive(),
})
export type IndicatorParameters = z.infer<typeof IndicatorParameters>

/** What holds until a prefecture sets its own (the defaults of DOMAIN section 4). */
export const DEFAULT_PARAMETERS: IndicatorParameters = {
  labourAgeFrom: 16, labourAgeTo: 60, labourSkills: ['1', '2', '3'], labourPopClass: '03', noLabourGrades: ['1', '2'],
  countsHukouElsewhere: false, evidenceDays: 45, gapDays: 30, stableDays: 180, paidDays: 15, lowIncomeLine: 4000,
  farmingForm: '7', postForms: ['4', '5'], selfEmployedForm: '3', openEndedContract: '2', wageEvidence: 'payslip',
  zeroClearDays: 20,
}

/** A straight line from where a campaign starts to its goal, the plan that figures are compared with. */
export const PlanLine = z.object({
  from: z.iso.date(),
  fromPercent: z.number().min(0).max(100),
  to: z.iso.date(),
  toPercent: z.number().min(0).max(100),
})
export type PlanLine = z.infer<typeof PlanLine>
