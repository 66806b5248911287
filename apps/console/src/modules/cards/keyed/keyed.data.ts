import { OPEN_STATES } from '@anye/contract/cards/line-states'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api, client } from '../../../app/api.ts'
import type { Answers } from '../../../app/api.ts'

export type Line = Answers['cards']['lines']['list']['rows'][number]
const PAGE = 200

/** All lines of a village and month, household after household as the cards lie: by group, then head. */
export function useLinesOf(village: string | undefined, month: string | undefined) {
  return useQuery({
    queryKey: linesKey(village, month),
    queryFn: () => readLines(village ?? '', month),
    enabled: village !== undefined,
    // Rows are stored one by one; a reading in between would take the row away from under the hands.
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const linesKey = (village: string | undefined, month: string | undefined) => [...api.cards.key(), 'keyed', village, month]

/** Reads the village's lines again when they are shown next. */
export function useForgetLines(): () => void {
  const queries = useQueryClient()
  return useCallback(() => void queries.invalidateQueries({ queryKey: api.cards.key() }), [queries])
}

async function readLines(village: string, month: string | undefined): Promise<{ month: string; lines: Line[] }> {
  const lines: Line[] = []
  let found = await client.cards.lines.list({ place: village, limit: PAGE, ...(month ? { month } : {}) })
  lines.push(...found.rows)
  while (found.nextCursor !== null) {
    found = await client.cards.lines.list({ place: village, limit: PAGE, month: found.month, cursor: found.nextCursor })
    lines.push(...found.rows)
  }
  return { month: found.month, lines: lines.toSorted(asCardsLie) }
}

function asCardsLie(x: Line, y: Line): number {
  return (x.groupName ?? '').localeCompare(y.groupName ?? '', 'zh', { numeric: true })
    || x.headName.localeCompare(y.headName, 'zh') || x.householdId.localeCompare(y.householdId)
}

/** True while the line still waits for a check. */
export function isOpen({ state }: Line): boolean {
  return OPEN_STATES.some((open) => open === state)
}

export function useMonths(village: string | undefined) {
  return useQuery({
    ...api.cards.months.progress.queryOptions({ input: { place: village } }),
    enabled: village !== undefined,
  })
}

export const recordCheck = client.cards.checks.record
