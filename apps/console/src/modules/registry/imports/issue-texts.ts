import { useQuery } from '@tanstack/react-query'
import { useLocale } from '../../../app/i18n/locale.tsx'
import type { ImportIssue } from '../registry-types.ts'

/** A sentence of a rule without a row: what would be filled in is left open. */
function general(text: string): string {
  return text.replaceAll(/\{\w+\}/g, '…')
}

/**
 * Sentences of issues in the current language. The server sends Chinese ones; the table behind them is
 * fetched only by
 * those who read English.
 */
export function useIssueTexts() {
  const { locale } = useLocale()
  const isEnglish = locale === 'en'
  const table = useQuery({
    queryKey: ['issue-texts'],
    queryFn: () => import('@anye/contract/registry/imports/roster-issue'),
    enabled: isEnglish,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const known = isEnglish ? table.data : undefined
  return {
    sentenceOf: ({ code, field, values, message }: ImportIssue): string =>
      known?.isIssueCode(code) ? known.issueSentence({ code, field, values }, 'en') : message,
    ruleText: (message: string): string => {
      const found = known && Object.values(known.ISSUE_TEXTS).find(({ zh }) => zh === message)
      return general(found?.en ?? message)
    },
  }
}
