import { NEED_KIND } from '@anye/codes/need-kind'
import { SERVICE_KIND } from '@anye/codes/service-kind'
import { Button } from 'antd'
import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import { ProblemState } from '../../../app/page-states.tsx'
import { useMay } from '../../../app/session.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { useCodeNames } from '../../registry/code-names.ts'
import { NeedActions } from './NeedActions.tsx'
import { OpenNeedDialog } from './NeedDialogs.tsx'
import { NeedMark } from './NeedMark.tsx'
import { useNeedsOf } from './needs.data.ts'
import type { Need } from './needs.data.ts'
import '../../registry/registry.css'

interface NeedsPanelProps {
  of: { personId: string } | { householdId: string }
  villageCode: string
  /** Whose needs they may be. */
  people: readonly { id: string; name: string }[]
  isActive: boolean
}

/** What a person, or the people of a household, asked for, and what came of it. */
export function NeedsPanel({ of, villageCode, people, isActive }: NeedsPanelProps) {
  const t = useT()
  const mayOpen = useMay('need.serve')
  const needs = useNeedsOf(of)
  const [isOpening, setOpening] = useState(false)
  return (
    <Panel
      title={t('need.title')}
      actions={
        mayOpen &&
        isActive &&
        people.length > 0 && (
          <Button size="small" onClick={() => setOpening(true)}>
            {t('need.open')}
          </Button>
        )
      }
    >
      {needs.isError ? (
        <ProblemState error={needs.error} onRetry={() => void needs.refetch()} />
      ) : needs.data?.rows.length === 0 ? (
        <p className="panel-body quiet">{t('need.none')}</p>
      ) : (
        <table className="plain-table">
          <caption className="visually-hidden">{t('need.title')}</caption>
          <tbody>
            {needs.data?.rows.map((need) => <NeedLine key={need.id} need={need} withName={people.length > 1} />)}
          </tbody>
        </table>
      )}
      {isOpening && (
        <OpenNeedDialog villageCode={villageCode} people={people} onClose={() => setOpening(false)} />
      )}
    </Panel>
  )
}

function NeedLine({ need, withName }: { need: Need; withName: boolean }) {
  const t = useT()
  const { nameOf } = useCodeNames()
  return (
    <tr>
      <th scope="row">
        {nameOf(NEED_KIND, need.kind)}
        <span className="quiet">{[withName && need.name, need.raisedOn].filter(Boolean).join(' · ')}</span>
      </th>
      <td>
        {need.note}
        {need.service && (
          <span className="quiet">
            {[nameOf(SERVICE_KIND, need.service), need.serviceNote, need.servedOn, need.servedBy].filter(Boolean).join(' · ')}
          </span>
        )}
        {need.reopenNote && <span className="quiet">{t('need.reopened', { reason: need.reopenNote })}</span>}
      </td>
      <td>
        <NeedMark need={need} />
        <span className="quiet">
          {need.state === 'open' ? t('need.dueBy', { day: need.dueOn, owner: need.ownerName ?? '' }) : need.closedOn}
        </span>
      </td>
      <td className="is-actions screen-only">
        <NeedActions need={need} />
      </td>
    </tr>
  )
}
