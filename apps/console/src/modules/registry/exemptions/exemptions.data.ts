import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'

/** Exemptions of a place, those that wait for approval or those in force. */
export function useExemptions(input: {
  place: string | undefined
  state: 'asked' | 'approved'
  cursor: string | undefined
}) {
  return useQuery({
    ...api.registry.exemptions.list.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
}

export const askExemption = client.registry.exemptions.ask
export const endExemption = client.registry.exemptions.end
export const approveExemption = client.registry.exemptions.approve
