import { isHead, isSpouse } from '@anye/codes/relation'
import type { OwnCells } from './drafts.rules.ts'
import type { Grouping } from './households.rules.ts'
import type { RowReader } from './row-reader.rules.ts'

/** A member while the household is being checked. */
export type Member = { row: number; reader: RowReader; draft: OwnCells }

/**
 * Rules between the members of one household: V06 and DOMAIN 3.3-12. `isWhole` is false for a part of a
 * household whose other rows stand elsewhere, and nothing is missed in it.
 */
export function checkMembers(
  members: readonly Member[], headName: string | null, grouping: Grouping, isWhole: boolean,
) {
  if (grouping === 'single' || grouping === 'unknown') return
  const heads = members.filter((member) => isHeadOf(member, headName))
  const [head, ...others] = heads
  const knowsHeads = members.some(({ reader }) => reader.has('relation')) || headName !== null
  if (!head && knowsHeads && isWhole) {
    for (const { reader } of members) reader.note('head_missing', 'relation')
  }
  for (const { reader } of others) reader.note('head_second', 'relation', { row: String(head?.row ?? '') })
  if (head?.draft.deceased) head.reader.note('head_deceased', 'name')
  checkSpouses(members, head)
}

// A sheet without 与户主关系 names the head in a column of its own.
function isHeadOf({ draft, reader }: Member, headName: string | null): boolean {
  if (reader.has('relation')) return Boolean(draft.relation && isHead(draft.relation))
  return headName !== null && draft.name === headName
}

function checkSpouses(members: readonly Member[], head: Member | undefined) {
  const spouses = members.filter(({ draft }) => draft.relation && isSpouse(draft.relation))
  const count = String(spouses.length)
  for (const { reader, draft } of spouses) {
    if (spouses.length > 1) reader.note('spouse_several', 'relation', { count })
    if (head?.draft.sex && draft.sex === head.draft.sex && /^[12]$/u.test(draft.sex)) {
      reader.note('spouse_same_sex', 'relation')
    }
  }
}
