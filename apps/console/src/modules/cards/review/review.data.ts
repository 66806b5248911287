import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import type { Answers } from '../../../app/api.ts'
import type { useListState } from '../../../app/use-list-state.ts'

export type Progress = Answers['cards']['months']['progress']
export type ProgressRow = Progress['rows'][number]
export type LineRow = Answers['cards']['lines']['list']['rows'][number]
export type LinePage = Answers['cards']['lines']['get']
export type CheckEntry = LinePage['checks'][number]
export type ReviewRun = Answers['cards']['reviews']['list']['rows'][number]
export type SampleRow = Answers['cards']['samples']['list']['rows'][number]
export type MemberRow = Answers['cards']['samples']['get']['rows'][number]
export type LineState = LineRow['state']

const POLL_MS = 1000

export function useProgress(input: { month: string | undefined; place: string | undefined }) {
  return useQuery({ ...api.cards.months.progress.queryOptions({ input }), placeholderData: keepPreviousData })
}

/** What the address says of the filter, as the list takes it. */
export function lineFilterOf({ filter }: ReturnType<typeof useListState>) {
  const state = filter('state')
  return {
    month: filter('month'), place: filter('place'), state: isState(state) ? state : undefined, status: filter('status'), search: filter('search'),
    late: filter('late'), inDispute: filter('inDispute'), noChange: filter('noChange'), unchangedMonths: filter('unchangedMonths'),
  }
}

function isState(text: string | undefined): text is LineState {
  return text !== undefined && ['due', 'checked', 'returned', 'reviewed', 'closed', 'reopened'].includes(text)
}

const SORTS = ['place', 'checkedAt', 'unchanged'] as const

function sortOf({ sort }: ReturnType<typeof useListState>) {
  const key = SORTS.find((each) => each === sort?.key)
  return key === undefined ? {} : { sort: key, direction: sort?.direction }
}

export function useLines(list: ReturnType<typeof useListState>) {
  return useQuery({
    ...api.cards.lines.list.queryOptions({ input: { ...lineFilterOf(list), ...sortOf(list), cursor: list.cursor } }), placeholderData: keepPreviousData,
  })
}

/** Lines of one state of a place, for the dialog that closes its month. */
export function useWaitingLines(input: { month: string; place: string; state: LineState }, isNeeded: boolean) {
  return useQuery({ ...api.cards.lines.list.queryOptions({ input: { ...input, limit: 200 } }), enabled: isNeeded })
}

export function useLine(line: { month: string; personId: string } | undefined) {
  return useQuery({ ...api.cards.lines.get.queryOptions({ input: line ?? { month: '', personId: '' } }), enabled: line !== undefined })
}

/** The latest bulk review of a month; asked again while one is under way. */
export function useLatestReview(month: string | undefined, isAllowed: boolean) {
  return useQuery({
    ...api.cards.reviews.list.queryOptions({ input: { month, limit: 1 } }),
    enabled: isAllowed,
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => row.state === 'running' || row.state === 'undoing') ? POLL_MS : false),
  })
}

export function useClosing(input: { month: string; place: string }) {
  return useQuery(api.cards.closings.get.queryOptions({ input }))
}

export function useSamples(input: { month: string | undefined; cursor: string | undefined }) {
  return useQuery({ ...api.cards.samples.list.queryOptions({ input }), placeholderData: keepPreviousData })
}

export function useSample(id: string, cursor: string | undefined) {
  return useQuery({ ...api.cards.samples.get.queryOptions({ input: { id, cursor } }), placeholderData: keepPreviousData })
}

export const acceptLines = client.cards.reviews.accept
export const returnLines = client.cards.reviews.return
export const settleLine = client.cards.reviews.settle
export const startReview = client.cards.reviews.start
export const cancelReview = client.cards.reviews.cancel
export const undoReview = client.cards.reviews.undo
export const closeMonth = client.cards.closings.close
export const reopenMonth = client.cards.closings.reopen
export const drawSample = client.cards.samples.draw
export const recordRecall = client.cards.samples.recall
export const TOUCHED_BY_REVIEW = [api.cards.key()]
