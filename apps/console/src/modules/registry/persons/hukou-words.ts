import { useT } from '../../../app/i18n/locale.tsx'
import type { PersonRow } from '../registry-types.ts'

/**
 * What the registration of a resident member means for the figures, in words; undefined for who is registered here. Who has
 * a state of work is in the base.
 */
export function useHukouWords(): (row: Pick<PersonRow, 'hukouElsewhere' | 'work'>) => string | undefined {
  const t = useT()
  return ({ hukouElsewhere: place, work }) => {
    if (place === null) return undefined
    return t(work === null ? 'person.hukou.notInBase' : 'person.hukou.resident', { place })
  }
}
