import type { IndexMember, IndexRow } from './index-row.ts'

export type Found = { household: IndexRow; member: IndexMember }

const LAST_FOUR = /^\d{3}[\dXx]$/
const LETTERS = /^[a-z]+$/i

/**
 * Members by name (any part), by initials of pinyin (from the first), or by the last four of the ID; those that fit best first: the
 * whole of it, then its beginning, then a part. At most `most`.
 */
export function searchPack(rows: readonly IndexRow[], text: string, most: number): Found[] {
  const words = text.trim()
  if (words === '') return []
  const fit = fitOf(words)
  const found: (Found & { fit: number })[] = []
  for (const household of rows) {
    for (const member of household.members) {
      const how = fit(member)
      if (how > 0) found.push({ household, member, fit: how })
    }
  }
  return found.sort((a, b) => b.fit - a.fit).slice(0, most).map(({ household, member }) => ({ household, member }))
}

/** 3 the whole, 2 the beginning, 1 a part, 0 not at all. */
function fitOf(words: string): (member: IndexMember) => number {
  const grade = (text: string, part: string) => (text === part ? 3 : text.startsWith(part) ? 2 : text.includes(part) ? 1 : 0)
  if (LAST_FOUR.test(words)) {
    const last4 = words.toUpperCase()
    return (member) => (member.last4?.toUpperCase() === last4 ? 3 : 0)
  }
  if (LETTERS.test(words)) {
    const initials = words.toLowerCase()
    return (member) => (member.initials.startsWith(initials) ? grade(member.initials, initials) : 0)
  }
  return ({ name }) => grade(name, words)
}
