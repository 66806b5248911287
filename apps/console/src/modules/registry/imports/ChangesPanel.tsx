import { useT } from '../../../app/i18n/locale.tsx'
import { formatInteger, NO_VALUE } from '../../../ui/format.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { ImportPageData } from '../registry-types.ts'
import { FIELD_NAMES } from '../versions/field-names.ts'
import { useShownValue } from '../versions/shown-value.ts'

/** The first fields of known records that the file would change, before beside after. */
export function ChangesPanel({ changes }: Pick<ImportPageData, 'changes'>) {
  const t = useT()
  const show = useShownValue()
  return (
    <Panel
      title={t('imports.changes')}
      note={t('imports.changes.note', { count: formatInteger(changes.length) })}
    >
      {changes.length === 0 ? (
        <p className="panel-body quiet">{t('imports.changes.none')}</p>
      ) : (
        <div className="changes">
          <table className="versions">
            <caption className="visually-hidden">{t('imports.changes')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('imports.issue.row')}</th>
                <th scope="col">{t('field.name')}</th>
                <th scope="col">{t('versions.what')}</th>
                <th scope="col">{t('versions.before')}</th>
                <th scope="col">{t('versions.after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ row, name, field, before, after }) => {
                const known = FIELD_NAMES[field]
                return (
                  <tr key={`${row}:${field}`}>
                    <td>{row}</td>
                    <td>{name}</td>
                    <td>{known ? t(known.label) : field}</td>
                    <td className="versions-before">{before === null ? NO_VALUE : show(known, before)}</td>
                    <td className="versions-after">{show(known, after)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
