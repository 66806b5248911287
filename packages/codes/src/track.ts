import type { CodeList, CodeOf } from './code-list.ts'

/** The two tracks of the campaign (S1): out of the prefecture, or within it. Codes are this project's own. */
export const TRACK = [
  { code: '1', zh: '外输', en: 'Export', aliases: ['劳务输出', '外出', '输出'] },
  { code: '2', zh: '内拓', en: 'Local', aliases: ['就近', '就地', '本地', '就近就业'] },
] as const satisfies CodeList

export type Track = CodeOf<typeof TRACK>

/**
 * Track of a place of work for a prefecture of four digits (`5223`). Undefined for the bare
 * province around it, which does not tell.
 */
export function trackOf(place: string, prefecture4: string): Track | undefined {
  if (place.slice(0, 2) === prefecture4.slice(0, 2) && /^\d{2}0000/u.test(place)) return undefined
  return place.startsWith(prefecture4) ? '2' : '1'
}
