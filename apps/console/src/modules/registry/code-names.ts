import { labelOf } from '@anye/codes/code-list'
import type { CodeList } from '@anye/codes/code-list'
import { useLocale } from '../../app/i18n/locale.tsx'
import { NO_VALUE } from '../../ui/format.ts'

export interface CodeNames {
  /** Name of a code in the current language, a dash without one. */
  nameOf: (list: CodeList, code: string | null | undefined) => string
  /** The list as the options of a select. */
  optionsOf: (list: CodeList) => { value: string; label: string }[]
}

/** Names of the national and own code lists in the current language. */
export function useCodeNames(): CodeNames {
  const { locale } = useLocale()
  const language = locale === 'en' ? 'en' : 'zh'
  return {
    nameOf: (list, code) => (code ? labelOf(list, code, language) : NO_VALUE),
    optionsOf: (list) => list.map((entry) => ({ value: entry.code, label: entry[language] })),
  }
}
