/** Members of numbered groups in one array: those of group `g` stand from `first[g]` up to `first[g + 1]`. */
export type Groups = { first: Int32Array; member: Int32Array }

/**
 * Turns "each member names its group" round. Members of one group keep their order; a negative group is left out.
 *
 * @param groupOf group of each member, 0 to `groups - 1`
 */
export function groupMembers(groupOf: Int32Array, groups: number): Groups {
  const first = new Int32Array(groups + 1)
  for (const group of groupOf) if (group >= 0) first[group + 1]! += 1
  for (let g = 0; g < groups; g += 1) first[g + 1]! += first[g]!
  const next = first.slice(0, groups)
  const member = new Int32Array(first[groups]!)
  for (let m = 0; m < groupOf.length; m += 1) {
    const group = groupOf[m]!
    if (group >= 0) member[next[group]!++] = m
  }
  return { first, member }
}

/** Who lists each vacancy, in the order of the workers: the options of a problem turned round. */
export function listersOf(start: Int32Array, object: Int32Array, objects: number): Groups {
  const first = new Int32Array(objects + 1)
  for (const j of object) first[j + 1]! += 1
  for (let j = 0; j < objects; j += 1) first[j + 1]! += first[j]!
  const next = first.slice(0, objects)
  const member = new Int32Array(object.length)
  for (let w = 0; w + 1 < start.length; w += 1) {
    for (let at = start[w]!; at < start[w + 1]!; at += 1) member[next[object[at]!]!++] = w
  }
  return { first, member }
}
