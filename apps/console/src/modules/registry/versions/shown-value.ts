import { useCodeNames } from '../code-names.ts'
import { useT } from '../../../app/i18n/locale.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import type { FieldName } from './field-names.ts'

export type ShowValue = (field: FieldName | undefined, value: unknown) => string

/**
 * Values of fields in words: codes by their list, flags as yes or no, members by name, sealed numbers as
 * such.
 */
export function useShownValue(nameOfMember?: (id: string) => string | undefined): ShowValue {
  const t = useT()
  const { nameOf } = useCodeNames()
  const show: ShowValue = (field, value) => {
    if (value === null || value === undefined || value === '') return NO_VALUE
    // The server keeps the fact of the change and not the number itself.
    if (value === 'sealed') return t('versions.sealed')
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
    if (Array.isArray(value)) return value.map((each) => show(field, each)).join(t('value.comma'))
    if (field?.list) return nameOf(field.list, String(value))
    return nameOfMember?.(String(value)) ?? String(value)
  }
  return show
}
