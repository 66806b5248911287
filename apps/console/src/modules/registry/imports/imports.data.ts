import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../../app/api.ts'
import type { ImportSummary } from '../registry-types.ts'

/** Progress is read again this often; a message of the server may be faster. */
const POLL_MS = 1000

export type ImportState = ImportSummary['state']

export function isMoving(state: ImportState | undefined): boolean {
  return state === 'checking' || state === 'committing'
}

export function useImports(cursor: string | undefined) {
  return useQuery({
    ...api.registry.imports.list.queryOptions({ input: { cursor } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.rows.some((row) => isMoving(row.state)) ? POLL_MS : false),
  })
}

/** One import; asked again every second while the server reads or writes. */
export function useImport(id: string) {
  return useQuery({
    ...api.registry.imports.get.queryOptions({ input: { id } }),
    refetchInterval: ({ state }) => (isMoving(state.data?.summary.state) ? POLL_MS : false),
  })
}

type IssueInput = Parameters<typeof client.registry.imports.issues>[0]

export function useImportIssues(input: IssueInput) {
  return useQuery({
    ...api.registry.imports.issues.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
}

export const startImport = client.registry.imports.start
export const mapImport = client.registry.imports.map
export const commitImport = client.registry.imports.commit
export const cancelImport = client.registry.imports.cancel
export const makeTemplate = client.registry.imports.template
export const IMPORTS_KEY = api.registry.imports.key()
