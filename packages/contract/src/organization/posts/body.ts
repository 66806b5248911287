import { z } from 'zod'
import { CalendarDateString, PlaceCode } from '../../page.ts'

/** Bodies of the four-level system (S6–S9): command, office, township leadership, village front-line post. */
export const BODY_KINDS = ['command', 'office', 'township', 'village_post'] as const

/**
 * Kinds of posts. Prefecture command (S6): chief, executive_deputy, first_deputy, deputy. County (S7): party_chief
 * and government_chief, equal. Village (S9, two committees, one team, three people): village_secretary,
 * village_director, first_secretary, team_member. Grid (S10): grid_member.
 */
export const POST_KINDS = [
  'chief', 'executive_deputy', 'first_deputy', 'deputy', 'party_chief', 'government_chief', 'office_director',
  'township_secretary', 'township_head', 'village_secretary', 'village_director', 'first_secretary', 'team_member',
  'grid_member',
] as const
export type PostKind = (typeof POST_KINDS)[number]

/** Who holds a post and for which term; the phone is masked below field level F3. `termTo` is the last day. */
export const Holder = z.object({
  id: z.uuid(),
  name: z.string(),
  duty: z.string().nullable(),
  phone: z.string().nullable(),
  userId: z.uuid().nullable(),
  termFrom: CalendarDateString,
  termTo: CalendarDateString.nullable(),
  version: z.number().int(),
})
export type Holder = z.infer<typeof Holder>

/** A position with its order of precedence (`rank`, 1 first); `holder` null is a gap. */
export const Post = z.object({
  id: z.uuid(),
  kind: z.enum(POST_KINDS),
  title: z.string(),
  rank: z.number().int(),
  required: z.boolean(),
  holder: Holder.nullable(),
})
export type Post = z.infer<typeof Post>

/** A body of one area with its posts in order of precedence. */
export const Body = z.object({
  id: z.uuid(),
  kind: z.enum(BODY_KINDS),
  name: z.string(),
  place: PlaceCode,
  posts: z.array(Post),
})
export type Body = z.infer<typeof Body>
