import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import type { Answers } from '../../../app/api.ts'

type CaseList = Answers['command']['cases']['list']
export type ZeroCase = CaseList['rows'][number]
/** What every action needs to know of a case. */
export type CaseHandle = Pick<ZeroCase, 'householdId' | 'villageCode' | 'headName' | 'state' | 'version'> & {
  placed: boolean
  proposedById: string | null
}

/** Stages of a case beside the list of those who have nobody in work. */
export const CASE_STAGES = ['placed', 'proposed', 'closed'] as const
export type CaseStage = (typeof CASE_STAGES)[number]

export const TOUCHED_BY_CASES = [api.command.key(), api.indicators.zero.key()]

export function useCases(input: { place: string | undefined; stage: CaseStage; cursor: string | undefined }, enabled: boolean) {
  return useQuery({
    ...api.command.cases.list.queryOptions({ input }),
    placeholderData: keepPreviousData,
    enabled,
  })
}

export function useCase(householdId: string) {
  return useQuery(api.command.cases.get.queryOptions({ input: { householdId } }))
}

export const assignCase = client.command.cases.assign
export const proposeClosing = client.command.cases.propose
export const approveClosing = client.command.cases.approve
export const declineClosing = client.command.cases.decline
