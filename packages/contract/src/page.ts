import { z } from 'zod'

/** Cursor paging: `cursor` is opaque and comes from the page before. */
export const PageRequest = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** A page of rows; `total` is exact up to `totalIsExact`, else a floor of what was counted. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable(), total: z.number().int().nullable() })
}

/** Every command carries an id made by the client, so that a replay answers the first result. */
export const CommandId = z.uuid()

export const CalendarDateString = z.iso.date()
export const DivisionCode = z.string().regex(/^\d{2,15}$/)
/** A GB division code, or the code of a reporting unit such as 5223-YL. */
export const PlaceCode = z.string().regex(/^\d{2,15}$|^5223-[A-Z]{2}$/)
