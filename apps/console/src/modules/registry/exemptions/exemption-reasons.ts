/**
 * Grounds on which a labourer may be exempt for a time (DOMAIN section 4), with the longest stretch in
 * months.
 */
export const EXEMPTION_MONTHS = { carer: 6, pregnancy: 6, nursing: 12, illness: 6, other: 6 } as const

export type ExemptionReason = keyof typeof EXEMPTION_MONTHS
export const EXEMPTION_REASONS = Object.keys(EXEMPTION_MONTHS) as ExemptionReason[]

/** Old records may carry a ground that is no longer offered; they read as "other". */
export function toExemptionReason(text: string): ExemptionReason {
  return EXEMPTION_REASONS.find((reason) => reason === text) ?? 'other'
}
