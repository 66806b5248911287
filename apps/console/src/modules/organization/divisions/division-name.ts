import { useQuery } from '@tanstack/react-query'
import { api } from '../../../app/api.ts'

const GB_CODE = /^\d+$/

/** Path and name of a code as it is now (兴义市 / 郑屯镇); the code itself while it is read or when unknown. */
export function useDivisionName(code: string | undefined): string {
  const history = useQuery({
    ...api.organization.getDivision.queryOptions({ input: { code: code ?? '' } }),
    enabled: code !== undefined && GB_CODE.test(code),
    staleTime: Infinity,
  })
  const newest = history.data?.versions[0]
  if (!newest) return code ?? ''
  return newest.path ? `${newest.path} / ${newest.name}` : newest.name
}
