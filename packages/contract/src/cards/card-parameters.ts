import { z } from 'zod'

/** Dated parameters of the monthly check, stored in platform.setting under `cards.parameters`. */
export const CardParameters = z.object({
  /** Day of the month on which its lines open. */
  opensDay: z.number().int().min(1).max(28),
  /** Day of the next month until whose end a check is in time (S79). */
  dueDay: z.number().int().min(1).max(28),
  /** Days after which evidence of a job no longer allows "no change". */
  evidenceDays: z.number().int().positive(),
  /** Months running that "no change" may be said without speaking to the person. */
  monthsWithoutContact: z.number().int().min(0),
  /** Hours a phone's clock may be off before its word on time no longer counts. */
  skewHours: z.number().int().positive(),
})
export type CardParameters = z.infer<typeof CardParameters>

/** What holds until a prefecture sets its own. */
export const DEFAULT_CARD_PARAMETERS: CardParameters = {
  opensDay: 6, dueDay: 5, evidenceDays: 45, monthsWithoutContact: 2, skewHours: 24,
}
