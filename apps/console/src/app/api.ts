import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient, InferContractRouterOutputs } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '@anye/contract/contract'
import { routes, unattendedHeader } from 'virtual:contract'
import { isAttended } from './attention.ts'

/** What every endpoint answers: `Answers['indicators']['overview']['get']`. */
export type Answers = InferContractRouterOutputs<typeof contract>

type Client = JsonifiedClient<ContractRouterClient<typeof contract>>

/** The server, typed by the contract: `client.indicators.overview.get({ place })`. */
export const client: Client = createORPCClient(new OpenAPILink(routes, {
  url: `${location.origin}/api`,
  headers: () => (isAttended() ? {} : { [unattendedHeader]: '1' }),
}))

/** The same as TanStack Query options: `useQuery(api.indicators.overview.get.queryOptions({ input }))`. */
export const api = createTanstackQueryUtils(client)

/** Every command carries an id made here, so that a repeated click or a lost answer acts once. */
export function newCommandId(): string {
  return crypto.randomUUID()
}
