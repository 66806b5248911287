import { NEED_KIND } from '@anye/codes/need-kind'
import type { NeedOwner } from '@anye/contract/cards/needs/need'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import type { Answers } from '../../../app/api.ts'
import type { useListState } from '../../../app/use-list-state.ts'

export type Need = Answers['cards']['needs']['list']['rows'][number]
export type { NeedOwner }

/** What a list of needs shows: the stages of a need, and those of the first that are late. */
export const STAGES = ['open', 'overdue', 'served', 'closed'] as const
export type Stage = (typeof STAGES)[number]

/** What a change of needs makes out of date: lists and panels of needs, and the task list of the day. */
export const TOUCHED_BY_NEEDS = [api.cards.key()]

export function stageOf({ filter }: Pick<ReturnType<typeof useListState>, 'filter'>): Stage {
  return STAGES.find((stage) => stage === filter('stage')) ?? 'open'
}

/** A page of needs by the list's address. */
export function useNeeds(list: ReturnType<typeof useListState>, userId: string) {
  const stage = stageOf(list)
  return useQuery({
    ...api.cards.needs.list.queryOptions({
      input: {
        place: list.filter('place'),
        kind: NEED_KIND.find(({ code }) => code === list.filter('kind'))?.code,
        ownerName: list.filter('owner'),
        ownerId: list.filter('mine') === 'true' ? userId : undefined,
        state: stage === 'overdue' ? 'open' : stage,
        ...(stage === 'overdue' ? { overdue: 'true' } : {}),
        cursor: list.cursor,
      },
    }),
    placeholderData: keepPreviousData,
  })
}

export function useNeedProgress(place: string | undefined) {
  return useQuery({
    ...api.cards.needs.progress.queryOptions({ input: { place } }),
    placeholderData: keepPreviousData,
  })
}

/** All needs of a person or a household. */
export function useNeedsOf(of: { personId: string } | { householdId: string }) {
  return useQuery(api.cards.needs.list.queryOptions({ input: { ...of, limit: 100 } }))
}

export function useNeedOwners(village: string) {
  return useQuery(api.cards.needs.owners.queryOptions({ input: { village } }))
}

export const openNeed = client.cards.needs.open
export const handOverNeed = client.cards.needs.handOver
export const serveNeed = client.cards.needs.serve
export const closeNeed = client.cards.needs.close
export const reopenNeed = client.cards.needs.reopen
