import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import type { useListState } from '../../../app/use-list-state.ts'

type ListState = ReturnType<typeof useListState>

/** Households that one command takes, as the contract has it. */
export const MOST_HOUSEHOLDS = 5_000
export const GAPS = ['none', 'term_over', 'account_disabled', 'post_ended'] as const
export const GAP_CHOICES = ['any', ...GAPS, 'all'] as const

/** The filter of the address; a page that opens shows the gaps. `all` lifts that. */
export function contactFilterOf({ filter }: Pick<ListState, 'filter'>, place: string | undefined) {
  const choice = GAP_CHOICES.find((gap) => gap === filter('gap')) ?? 'any'
  return {
    choice,
    filter: {
      place,
      group: filter('group'),
      contact: filter('contact'),
      gap: choice === 'all' ? undefined : choice,
    },
  }
}

export type ContactFilter = ReturnType<typeof contactFilterOf>['filter']

export function useContacts(filter: ContactFilter, cursor: string | undefined) {
  return useQuery({
    ...api.registry.contacts.list.queryOptions({ input: { ...filter, cursor } }),
    placeholderData: keepPreviousData,
  })
}

export function useContactCounts(place: string | undefined) {
  return useQuery({
    ...api.registry.contacts.count.queryOptions({ input: { place: place ?? '' } }),
    enabled: place !== undefined,
    placeholderData: keepPreviousData,
  })
}

export const assignContact = client.registry.contacts.assign
export const endContact = client.registry.contacts.end

/** Contacts stand on the page of contacts, on lists and pages of households and in the list of zero employment. */
export const TOUCHED_BY_CONTACTS = [api.registry.key(), api.indicators.zero.key()]
