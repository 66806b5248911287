import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger } from '../../../ui/format.ts'
import type { ImportSummary } from '../registry-types.ts'
import '../registry.css'

const WHAT = ['households', 'persons', 'episodes'] as const
const HOW = ['new', 'changed', 'same'] as const

/** Against what stands in the register: new, changed, the same. */
export function DifferenceTable({ difference }: Pick<ImportSummary, 'difference'>) {
  const t = useT()
  return (
    <table className="plain-table difference">
      <caption className="visually-hidden">{t('imports.difference')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('exports.what')}</span>
          </th>
          {HOW.map((how) => (
            <th key={how} scope="col" className="number">
              {t(`imports.difference.${how}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {WHAT.map((what) => (
          <tr key={what}>
            <th scope="row">{t(`imports.difference.${what}`)}</th>
            {HOW.map((how) => (
              <td key={how} className="number">
                {formatInteger(difference?.[what][how])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
