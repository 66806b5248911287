import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useLocale, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { toProblem } from '../../../app/problem.ts'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import type { AuditLine } from '../access-types.ts'
import { DivisionName } from '../../organization/divisions/DivisionName.tsx'
import { objectName } from './action-names.ts'
import { ActionText, Outcome } from './audit-columns.tsx'
import { changesOf, isChanged } from './changes.ts'
import { formatInstant } from './instant.ts'

/** One line of the audit: all that is known of the act, and its fields before and after. */
export function AuditDetail({ line, onClose }: { line: AuditLine; onClose: () => void }) {
  const t = useT()
  return (
    <Drawer
      open
      onClose={onClose}
      size={640}
      title={t('audit.detail', { seq: line.seq ?? t('audit.seq.open') })}
    >
      <dl className="audit-facts">
        {useFacts(line, onClose).map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      <Changes line={line} />
    </Drawer>
  )
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value || NO_VALUE}</dd>
    </>
  )
}

function useFacts(line: AuditLine, onClose: () => void): readonly (readonly [string, ReactNode])[] {
  const t = useT()
  const { actorId, actorName, objectType, objectId, division } = line
  const refusal = useRefusal(line)
  return [
    [t('audit.at'), formatInstant(line.at)],
    [
      t('audit.actor'),
      <>
        {actorName ?? t('audit.actor.none')}
        {actorId && (
          <>
            {' '}
            ·{' '}
            <UiLink href={paths.audit({ actorId })} onClick={onClose}>
              {t('audit.sameActor')}
            </UiLink>
          </>
        )}
      </>,
    ],
    [t('audit.action'), <ActionText key="action" action={line.action} />],
    [t('audit.outcome'), <Outcome key="outcome" outcome={line.outcome} />],
    ...(refusal ? [[t('audit.refusal'), refusal] as const] : []),
    [
      t('audit.object'),
      objectType && (
        <>
          {objectName(objectType, t)} {objectId}
          {objectId && (
            <>
              {' '}
              ·{' '}
              <UiLink href={paths.audit({ objectType, objectId })} onClick={onClose}>
                {t('audit.sameObject')}
              </UiLink>
            </>
          )}
        </>
      ),
    ],
    [t('audit.division'), division && <DivisionName code={division} />],
    [t('audit.reason'), line.reason],
    [t('audit.address'), line.address],
    [t('audit.request'), line.requestId],
  ]
}

/** The sentence that the person read when the act was refused. */
function useRefusal({ outcome, after }: AuditLine): string | undefined {
  const { locale, t } = useLocale()
  if (outcome !== 'refused') return undefined
  const { code, message } = toProblem(after, locale, t)
  return code === 'unknown' ? undefined : message
}

function Changes({ line }: { line: AuditLine }) {
  const t = useT()
  const changes = changesOf(line.before, line.after)
  if (changes.length === 0) return <p className="quiet">{t('audit.changes.none')}</p>
  return (
    <table className="audit-changes">
      <caption className="visually-hidden">{t('audit.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          <th scope="col">{t('audit.before')}</th>
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field} className={isChanged(change) ? 'is-changed' : undefined}>
            <th scope="row">{change.field || t('audit.value')}</th>
            <td>
              {change.before === undefined ? (
                NO_VALUE
              ) : isChanged(change) ? (
                <del>{change.before}</del>
              ) : (
                change.before
              )}
            </td>
            <td>{change.after ?? NO_VALUE}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
