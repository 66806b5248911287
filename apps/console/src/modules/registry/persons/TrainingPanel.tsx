import { useT } from '../../../app/i18n/locale.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { TrainingRow } from '../registry-types.ts'
import '../registry.css'

/** Courses with their result. */
export function TrainingPanel({ trainings }: { trainings: readonly TrainingRow[] }) {
  const t = useT()
  return (
    <Panel title={t('timeline.training')}>
      {trainings.length === 0 ? (
        <p className="panel-body quiet">{t('timeline.training.none')}</p>
      ) : (
        <table className="plain-table">
          <caption className="visually-hidden">{t('timeline.training')}</caption>
          <tbody>
            {trainings.map(({ id, course, kind, fromOn, toOn, result, certificate }) => (
              <tr key={id}>
                <th scope="row">
                  {[...new Set([fromOn, toOn])].filter(Boolean).join(' – ') || t('training.undated')}
                </th>
                <td>
                  {course}
                  {kind && <span className="quiet">{kind}</span>}
                </td>
                <td>
                  {result}
                  {certificate && <span className="quiet">{certificate}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}
