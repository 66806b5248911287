import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { api } from '../api.ts'

export interface FoundDivision {
  code: string
  /** 兴义市 / 郑屯镇 / 龙井村 */
  path: string
}

/** Divisions that match the text typed so far, best first. */
export function useFoundDivisions(text: string): { divisions: readonly FoundDivision[]; isReading: boolean } {
  const q = useDeferredValue(text.trim())
  const found = useQuery({
    ...api.organization.searchDivisions.queryOptions({ input: { q, limit: 12 } }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  })
  const divisions = q && found.data ? found.data : []
  return {
    divisions: divisions.map(({ code, path, name }) => ({ code, path: path ? `${path} / ${name}` : name })),
    isReading: found.isFetching,
  }
}
