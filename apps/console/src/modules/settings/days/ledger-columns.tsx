import { counterNames } from 'virtual:contract'
import { useName, useT } from '../../../app/i18n/locale.tsx'
import { paths } from '../../../app/paths.ts'
import { formatSigned } from '../../../ui/format.ts'
import { LinkedNumber } from '../../../ui/figures/LinkedNumber.tsx'
import { StateMark } from '../../../ui/figures/StateMark.tsx'
import type { Column } from '../../../ui/table/column.ts'
import type { LedgerRow } from '../settings-types.ts'
import { imbalanceOf } from './ledger-balance.ts'

interface LedgerColumns {
  place: string | undefined
  canList: boolean
  /** Days whose members can be opened; undefined before the first books. */
  opening: string | undefined
  closing: string | undefined
}

/** A line of the books reads as a sum: opening + change + correction = closing. */
export function useLedgerColumns({
  place,
  canList,
  opening,
  closing,
}: LedgerColumns): readonly Column<LedgerRow>[] {
  const t = useT()
  const nameOf = useName()
  const stock = (key: 'opening' | 'closing', day: string | undefined): Column<LedgerRow> => ({
    key,
    title: t(`ledger.${key}`),
    align: 'number',
    render: (row) => (
      <LinkedNumber
        value={row[key]}
        href={canList && day ? paths.members(row.key, { place, day }) : undefined}
        label={t('coverage.open', { place: day ?? '', name: nameOf(counterNames[row.key]) })}
      />
    ),
  })
  const flow = (key: 'change' | 'correction'): Column<LedgerRow> => ({
    key,
    title: t(`ledger.${key}`),
    align: 'number',
    render: (row) => (row[key] === 0 ? <span className="quiet">0</span> : formatSigned(row[key], 0)),
  })
  return [
    { key: 'counter', title: t('ledger.counter'), render: ({ key }) => nameOf(counterNames[key]) },
    {
      key: 'unit',
      title: t('ledger.unit'),
      width: 72,
      render: ({ key }) => t(counterNames[key].over === 'household' ? 'unit.household' : 'unit.person'),
    },
    stock('opening', opening),
    flow('change'),
    flow('correction'),
    stock('closing', closing),
    {
      key: 'balance',
      title: t('ledger.balance'),
      width: 120,
      render: (row) =>
        imbalanceOf(row) === 0 ? (
          <StateMark state="on_plan" word={t('ledger.balance.even')} />
        ) : (
          <StateMark
            state="far_behind"
            word={t('ledger.balance.off', { by: formatSigned(imbalanceOf(row), 0) })}
          />
        ),
    },
  ]
}
