import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import type { useListState } from '../../../app/use-list-state.ts'

type ListInput = NonNullable<Parameters<typeof client.registry.persons.list>[0]>
type ListState = ReturnType<typeof useListState>

const SORTS = ['place', 'name', 'age', 'wage'] as const
const WORK = ['labourer', 'employed', 'stable', 'to_verify', 'unemployed', 'exempt'] as const
export const WORK_FILTERS = WORK

function oneOf<const Values extends readonly string[]>(
  values: Values,
  text: string | undefined,
): Values[number] | undefined {
  return values.find((value) => value === text)
}

/** The filter of the address, read strictly: a value that is none is no filter. */
export function personFilterOf({ filter }: Pick<ListState, 'filter'>) {
  const age = (name: string) => {
    const text = filter(name)
    return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : undefined
  }
  return {
    place: filter('place'),
    search: filter('search'),
    householdType: filter('householdType'),
    resettled: oneOf(['true', 'false'], filter('resettled')),
    work: oneOf(WORK, filter('work')),
    sex: oneOf(['1', '2'], filter('sex')),
    ageFrom: age('ageFrom'),
    ageTo: age('ageTo'),
    labourSkill: filter('labourSkill'),
  }
}

/** A page of persons by the list's address. */
export function usePersons(list: ListState) {
  const input = {
    ...personFilterOf(list),
    sort: oneOf(SORTS, list.sort?.key) ?? 'place',
    descending: list.sort?.direction === 'descending' ? 'true' : 'false',
    cursor: list.cursor,
  } satisfies ListInput
  return useQuery({ ...api.registry.persons.list.queryOptions({ input }), placeholderData: keepPreviousData })
}

export function usePerson(id: string) {
  return useQuery(api.registry.persons.get.queryOptions({ input: { id } }))
}

/** The person as it stands on the server this moment, past every cache. */
export function readPerson(id: string) {
  return client.registry.persons.get({ id })
}

export type PersonChanges = Parameters<typeof client.registry.persons.correct>[0]['changes']

export const correctPerson = client.registry.persons.correct
export const revealPerson = client.registry.persons.reveal

/** What a change of facts makes out of date: records, and the figures computed from them. */
export const TOUCHED_BY_FACTS = [api.registry.key(), api.indicators.key()]
