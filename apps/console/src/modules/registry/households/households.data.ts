import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import { GAPS } from '../contacts/contacts.data.ts'
import type { useListState } from '../../../app/use-list-state.ts'

type ListInput = NonNullable<Parameters<typeof client.registry.households.list>[0]>
type ListState = ReturnType<typeof useListState>

export const COVER_FILTERS = ['zero', 'employed', 'stable', 'special', 'no_labour'] as const
export const CONTACT_FILTERS = ['gap', ...GAPS] as const
const SORTS = ['place', 'head', 'members', 'zero_since'] as const
const FLAGS = ['true', 'false'] as const

/** The filter of the address, read strictly: a value that is none is no filter. */
export function householdFilterOf({ filter }: Pick<ListState, 'filter'>) {
  return {
    place: filter('place'),
    search: filter('search'),
    type: filter('type'),
    resettled: FLAGS.find((flag) => flag === filter('resettled')),
    contact: CONTACT_FILTERS.find((contact) => contact === filter('contact')),
    cover: COVER_FILTERS.find((cover) => cover === filter('cover')),
  }
}

/** A page of households by the list's address. */
export function useHouseholds(list: ListState) {
  const input = {
    ...householdFilterOf(list),
    sort: SORTS.find((sort) => sort === list.sort?.key) ?? 'place',
    descending: list.sort?.direction === 'descending' ? 'true' : 'false',
    cursor: list.cursor,
  } satisfies ListInput
  return useQuery({
    ...api.registry.households.list.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
}

export function useHousehold(id: string) {
  return useQuery(api.registry.households.get.queryOptions({ input: { id } }))
}

/** Households of one village that may be merged into another: found by name, pinyin or number. */
export function useHouseholdsNear(village: string, search: string) {
  return useQuery({
    ...api.registry.households.list.queryOptions({
      input: { place: village, ...(search ? { search } : {}), limit: 20 },
    }),
    placeholderData: keepPreviousData,
  })
}

/** The household as it stands on the server this moment, past every cache. */
export function readHousehold(id: string) {
  return client.registry.households.get({ id })
}

export type HouseholdChanges = Parameters<typeof client.registry.households.correct>[0]['changes']

export const correctHousehold = client.registry.households.correct
export const splitHousehold = client.registry.households.split
export const mergeHouseholds = client.registry.households.merge
