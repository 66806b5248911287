import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import { fileAddress } from '../../../app/download.ts'
import type { ExportRow } from '../registry-types.ts'

export type ExportQuery = Parameters<typeof client.registry.exports.ask>[0]['query']

/** Exports of more rows wait for approval (DOMAIN section 8). */
export const FREE_ROWS = 200
const POLL_MS = 2000
/** Whoever decides on requests has the page open without one moving: a new one shows within this time. */
const IDLE_POLL_MS = 20_000

/** The flag of a filter, which the address holds as a word. */
export function flagOf(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true'
}

/** My exports and those I may decide on; asked again while one is being made. */
export function useExports(cursor: string | undefined) {
  return useQuery({
    ...api.registry.exports.list.queryOptions({ input: { cursor } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.rows.some(isMoving) ? POLL_MS : IDLE_POLL_MS),
  })
}

function isMoving({ state }: ExportRow): boolean {
  return state === 'making' || state === 'approved'
}

export const askExport = client.registry.exports.ask
export const decideExport = client.registry.exports.decide
export const TOUCHED_BY_EXPORT = [api.registry.exports.key()]
export const addressOfExport = fileAddress
