import { useT } from '../../../app/i18n/locale.tsx'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { AuditLine } from '../access-types.ts'
import { actionName, objectName, SENSITIVE } from './action-names.ts'
import { formatInstant } from './instant.ts'
import './audit.css'

const OUTCOME_SHAPES = { ok: 'on_plan', refused: 'behind', failed: 'far_behind' } as const
/** An id is read for its beginning; the whole stands in the detail. */
const ID_SHOWN = 8

/** Columns of the audit. */
export function useAuditColumns(): readonly Column<AuditLine>[] {
  const t = useT()
  return [
    { key: 'at', title: t('audit.at'), width: 168, render: ({ at }) => formatInstant(at) },
    {
      key: 'actor',
      title: t('audit.actor'),
      render: ({ actorName }) => actorName ?? <span className="quiet">{t('audit.actor.none')}</span>,
    },
    { key: 'action', title: t('audit.action'), render: ({ action }) => <ActionText action={action} /> },
    {
      key: 'object',
      title: t('audit.object'),
      render: ({ objectType, objectId }) =>
        objectType && (
          <>
            {objectName(objectType, t)}{' '}
            <span className="quiet" title={objectId ?? undefined}>
              {shortId(objectId)}
            </span>
          </>
        ),
    },
    { key: 'division', title: t('audit.division'), render: ({ division }) => division },
    {
      key: 'outcome',
      title: t('audit.outcome'),
      width: 96,
      render: ({ outcome }) => <Outcome outcome={outcome} />,
    },
    { key: 'reason', title: t('audit.reason'), render: ({ reason }) => reason },
    { key: 'address', title: t('audit.address'), optional: true, render: ({ address }) => address },
    { key: 'seq', title: t('audit.seq'), optional: true, align: 'number', render: ({ seq }) => seq },
  ]
}

function shortId(id: string | null): string {
  return id && id.length > ID_SHOWN * 2 ? `${id.slice(0, ID_SHOWN)}…` : (id ?? '')
}

/** The act in words, marked when it showed personal data. */
export function ActionText({ action }: { action: string }) {
  const t = useT()
  return (
    <>
      <span title={action}>{actionName(action, t)}</span>
      {SENSITIVE.has(action) && <span className="sensitive-mark">{t('audit.sensitive')}</span>}
    </>
  )
}

export function Outcome({ outcome }: { outcome: AuditLine['outcome'] }) {
  const t = useT()
  return <StateMark state={OUTCOME_SHAPES[outcome]} word={t(`audit.outcome.${outcome}`)} />
}
