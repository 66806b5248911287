import { useT } from '../../../app/i18n/locale.tsx'
import { formatDateTime } from '../../../ui/format.ts'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { Translate } from '../../../app/i18n/translate.ts'
import type { Version } from '../registry-types.ts'
import { FIELD_NAMES, readableChanges } from './field-names.ts'
import { useShownValue } from './shown-value.ts'
import './versions.css'

/** Every correction with what stood before and after, latest first: nothing is overwritten silently. */
export function VersionList({
  versions,
  nameOfMember,
}: {
  versions: readonly Version[]
  nameOfMember?: (id: string) => string | undefined
}) {
  const t = useT()
  const shownValue = useShownValue(nameOfMember)
  const show = (field: string, value: unknown) => shownValue(FIELD_NAMES[field], value)
  return (
    <Panel title={t('versions.title')} note={t('versions.note', { count: versions.length })}>
      {versions.length === 0 ? (
        <p className="quiet panel-body">{t('versions.none')}</p>
      ) : (
        <table className="versions">
          <caption className="visually-hidden">{t('versions.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('versions.at')}</th>
              <th scope="col">{t('versions.what')}</th>
              <th scope="col">{t('versions.before')}</th>
              <th scope="col">{t('versions.after')}</th>
              <th scope="col">{t('versions.reason')}</th>
            </tr>
          </thead>
          {versions.map((version) => (
            <tbody key={`${version.entityId}:${version.version}`}>
              {readableChanges(version.changes).map(({ field, before, after }, index, all) => (
                <tr key={field}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={all.length}>
                      {formatDateTime(version.at)}
                      <span className="quiet">
                        {t(`versions.entity.${version.entity}`)} · {version.by ?? t('versions.system')}
                      </span>
                    </th>
                  )}
                  <td>{fieldName(field, t)}</td>
                  <td className="versions-before">{show(field, before)}</td>
                  <td className="versions-after">{show(field, after)}</td>
                  {index === 0 && <td rowSpan={all.length}>{version.reason}</td>}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </Panel>
  )
}

function fieldName(field: string, t: Translate): string {
  const known = FIELD_NAMES[field]
  return known ? t(known.label) : field
}
