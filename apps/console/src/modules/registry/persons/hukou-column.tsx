import { useT } from '../../../app/i18n/locale.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { PersonRow } from '../registry-types.ts'
import { useHukouWords } from './hukou-words.ts'

/** Where people are registered who live here and belong elsewhere; of all others, that it is where the household is. */
export function useHukouColumn(): Column<PersonRow> {
  const t = useT()
  const wordsOf = useHukouWords()
  return {
    key: 'hukou',
    title: t('field.registerDivision'),
    render: (row) => {
      const words = wordsOf(row) ?? t('person.hukou.here')
      return (
        <span className="clipped is-wide" title={words}>
          {words}
        </span>
      )
    },
  }
}
