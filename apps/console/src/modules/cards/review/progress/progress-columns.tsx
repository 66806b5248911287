import { useT } from '../../../../app/i18n/locale.tsx'
import { paths } from '../../../../app/paths.ts'
import { LinkedNumber } from '../../../../ui/figures/LinkedNumber.tsx'
import { RateCell } from '../../../../ui/figures/RateCell.tsx'
import { StateShape } from '../../../../ui/figures/StateMark.tsx'
import { UiLink } from '../../../../ui/link.tsx'
import type { Column } from '../../../../ui/table/column.ts'
import type { ProgressRow } from '../review.data.ts'
import { percentOnTime, waitingOf } from './progress.rules.ts'

/** The columns of the progress of a month: every count opens to its lines. */
export function useProgressColumns(month: string): readonly Column<ProgressRow>[] {
  const t = useT()
  const person = t('unit.person')
  const count = (key: string, title: string, value: (row: ProgressRow) => number, filter: Record<string, string>): Column<ProgressRow> => ({
    key, title, unit: person, align: 'number', sortable: true,
    render: (row) => (
      <LinkedNumber value={value(row)} href={paths.cardLines({ place: row.code, month, ...filter })} label={`${row.name} ${title}`} />
    ),
  })
  return [
    { key: 'place', title: t('progress.place'), render: ({ code, name }) => <UiLink href={paths.cardProgress(code, { month })}>{name}</UiLink> },
    { key: 'onTime', title: t('progress.onTime'), unit: '%', align: 'number', sortable: true, render: (row) => <RateCell percent={percentOnTime(row)} /> },
    count('lines', t('progress.lines'), ({ lines }) => lines, {}),
    count('waiting', t('progress.waiting'), waitingOf, { state: 'due' }),
    count('checked', t('progress.checked'), ({ checked, inDispute }) => checked - inDispute, { state: 'checked', inDispute: 'false' }),
    count('dispute', t('progress.dispute'), ({ inDispute }) => inDispute, { inDispute: 'true' }),
    count('late', t('progress.late'), ({ late }) => late, { late: 'true' }),
    { key: 'closed', title: t('progress.closed'), render: (row) => <ClosedMark row={row} /> },
  ]
}

/** The level up to which the month is closed, by shape and word. */
function ClosedMark({ row: { villages, villageClosed, townshipClosed, countyClosed } }: { row: ProgressRow }) {
  const t = useT()
  const level = [['unit', countyClosed], ['township', townshipClosed], ['village', villageClosed]] as const
  const whole = villages === 0 ? undefined : level.find(([, closed]) => closed === villages)?.[0]
  const word = whole ? t(`progress.closed.${whole}`) : villageClosed > 0 ? t('progress.closed.some', { count: villageClosed, all: villages }) : t('progress.closed.no')
  return <span className="state-mark"><StateShape state={whole ? 'on_plan' : villageClosed > 0 ? 'behind' : 'no_data'} />{word}</span>
}
