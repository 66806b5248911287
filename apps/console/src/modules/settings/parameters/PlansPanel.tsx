import { INDICATOR_KEYS, INDICATORS } from '@anye/contract/indicators/catalogue'
import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { ActionButton } from '../../../ui/controls/ActionButton.tsx'
import { formatPercent } from '../../../ui/format.ts'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import type { PlanLine } from '../settings-types.ts'
import { PlanDialog } from './PlanDialog.tsx'

const PLANNED = INDICATOR_KEYS.filter((key) => INDICATORS[key].unit === 'percent')

/** The plan line of every rate: what “on plan” and “behind” are measured against. */
export function PlansPanel({ plans }: { plans: Readonly<Record<string, PlanLine>> }) {
  const t = useT()
  const [editing, setEditing] = useState<IndicatorKey>()
  return (
    <Panel title={t('plan.panel')} note={t('plan.note')}>
      <DataTable
        name="plans"
        caption={t('plan.panel')}
        columns={usePlanColumns(plans, setEditing)}
        rows={PLANNED}
        rowKey={(key) => key}
      />
      {editing && <PlanDialog indicator={editing} plans={plans} onClose={() => setEditing(undefined)} />}
    </Panel>
  )
}

function usePlanColumns(
  plans: Readonly<Record<string, PlanLine>>,
  onEdit: (key: IndicatorKey) => void,
): readonly Column<IndicatorKey>[] {
  const t = useT()
  const nameOf = useName()
  const blocked = useMay('setting.edit') ? undefined : t('settings.readOnly')
  const maySeeFigures = useMay('indicator.read')
  // Where a line stands today is the server's sum, read from the figures; administrators have none.
  const overview = useQuery({
    ...api.indicators.overview.get.queryOptions({ input: {} }),
    enabled: maySeeFigures,
  })
  const figures = overview.data?.figures
  const none = <span className="quiet">{t('plan.none')}</span>
  const line = (key: IndicatorKey) => plans[key]
  return [
    { key: 'indicator', title: t('plan.indicator'), render: (key) => nameOf(INDICATORS[key]) },
    { key: 'from', title: t('plan.from'), width: 160, render: (key) => endOf(line(key), 'from') ?? none },
    { key: 'to', title: t('plan.to'), width: 160, render: (key) => endOf(line(key), 'to') },
    {
      key: 'today',
      title: t('plan.today'),
      unit: t('unit.percent'),
      align: 'number',
      render: (key) => {
        const plan = figures?.find((figure) => figure.key === key)?.plan
        return plan === undefined || plan === null ? null : formatPercent(plan)
      },
    },
    {
      key: 'act',
      title: '',
      align: 'number',
      width: 72,
      render: (key) => (
        <ActionButton size="small" type="link" onClick={() => onEdit(key)} blockedBecause={blocked}>
          {t('settings.edit')}
        </ActionButton>
      ),
    },
  ]
}

function endOf(plan: PlanLine | undefined, end: 'from' | 'to'): string | undefined {
  if (!plan) return undefined
  return end === 'from'
    ? `${plan.from} ${formatPercent(plan.fromPercent)}%`
    : `${plan.to} ${formatPercent(plan.toPercent)}%`
}
