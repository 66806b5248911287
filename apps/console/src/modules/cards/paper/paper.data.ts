import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import type { Answers } from '../../../app/api.ts'

type Paper = Answers['cards']['paper']
export type CardVillage = Paper['villages']['get']
export type VillageRow = Paper['villages']['list']['rows'][number]
export type CardRow = Paper['cards']['list']['rows'][number]
export type PrintRow = Paper['prints']['list']['rows'][number]

const POLL_MS = 1500
/** Bags of one screen of the check list. */
const CARDS_A_PAGE = 200

export function useVillages(input: { place: string | undefined; cursor: string | undefined }) {
  return useQuery({ ...api.cards.paper.villages.list.queryOptions({ input }), placeholderData: keepPreviousData })
}

export function useVillage(village: string) {
  return useQuery(api.cards.paper.villages.get.queryOptions({ input: { village } }))
}

/** Live cards of a village, or of one group of it; `group` '' means the households of no group. */
export function useCards(input: { village: string; group: string | undefined; cursor: string | undefined }) {
  return useQuery({
    ...api.cards.paper.cards.list.queryOptions({ input: { ...input, limit: CARDS_A_PAGE } }),
    placeholderData: keepPreviousData,
  })
}

/** My latest papers; asked again while one is being drawn. */
export function usePrints(isAllowed: boolean) {
  return useQuery({
    ...api.cards.paper.prints.list.queryOptions({ input: {} }),
    enabled: isAllowed,
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => row.state === 'making') ? POLL_MS : false),
  })
}

export function useScannedCard(token: string) {
  return useQuery({ ...api.cards.paper.cards.find.queryOptions({ input: { token } }), retry: false })
}

export const issueCards = client.cards.paper.cards.issue
export const replaceCard = client.cards.paper.cards.replace
export const checkBags = client.cards.paper.bags.check
export const askPrint = client.cards.paper.prints.ask
export const TOUCHED_BY_CARDS = [api.cards.key()]
export const TOUCHED_BY_PRINT = [api.cards.paper.prints.key()]
