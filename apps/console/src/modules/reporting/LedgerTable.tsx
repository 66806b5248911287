import { useT } from '../../app/i18n/locale.tsx'
import { formatInteger } from '../../ui/format.ts'
import { ledgerAnchor } from './figure-links.ts'
import type { ReportContent } from './report-types.ts'
import { changeText } from './sheet-format.ts'
import { SheetFigure } from './SheetFigure.tsx'
import { SheetTable } from './SheetTable.tsx'

/** The day's books: opening + change + correction = closing, line by line. */
export function LedgerTable({ content: { ledger, ledgerHead, place, day } }: { content: ReportContent }) {
  const t = useT()
  return (
    <SheetTable
      title={t('report.table.ledger')}
      columns={[
        { key: 'label', title: t('report.col.item') },
        { key: 'opening', title: t('report.col.opening'), align: 'right' },
        { key: 'change', title: t('report.col.change'), align: 'right' },
        { key: 'correction', title: t('report.col.correction'), align: 'right' },
        { key: 'closing', title: t('report.col.closing'), align: 'right' },
      ]}
      rows={ledger.map(({ key, label, opening, change, correction, closing }) => ({
        key,
        id: ledgerAnchor(key),
        cells: [
          label,
          formatInteger(opening),
          changeText(change),
          changeText(correction),
          <SheetFigure key="closing" text={formatInteger(closing)} counter={key} place={place} day={day} />,
        ],
      }))}
      foot={t('report.table.ledger.foot', { head: ledgerHead.slice(0, 16) })}
    />
  )
}
