import { DIVISION_KINDS } from '@anye/codes/data/divisions'
import { z } from 'zod'
import { CalendarDateString, DivisionCode } from '../../page.ts'

/**
 * A division over one stretch of validity. `shortName` is what people say (顶效街道, 龙井村); `path` names the
 * divisions above it below the prefecture (兴义市 / 郑屯镇); `validTo` is the last day, null while in force.
 */
export const Division = z.object({
  code: DivisionCode,
  name: z.string(),
  shortName: z.string(),
  level: z.number().int().min(2).max(6),
  kind: z.enum(DIVISION_KINDS),
  parentCode: DivisionCode.nullable(),
  path: z.string(),
  validFrom: CalendarDateString,
  validTo: CalendarDateString.nullable(),
  successorCode: DivisionCode.nullable(),
  /** Divisions directly below on the day asked for. */
  childCount: z.number().int(),
})
export type Division = z.infer<typeof Division>
