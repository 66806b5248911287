import { SEX } from '@anye/codes/sex'
import { useT } from '../../../app/i18n/locale.tsx'
import { useCodeNames } from '../code-names.ts'
import type { PersonPageData } from '../registry-types.ts'

/** Who it is in one line: sex, age, village, kind of household. */
export function usePersonNote({ person }: PersonPageData): string {
  const t = useT()
  const { nameOf } = useCodeNames()
  const age = person.age === null ? '' : t('person.age', { age: person.age })
  return [nameOf(SEX, person.sex), age, person.place, person.groupName].filter(Boolean).join(' · ')
}
