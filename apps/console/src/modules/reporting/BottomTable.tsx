import { useT } from '../../app/i18n/locale.tsx'
import { formatInteger } from '../../ui/format.ts'
import type { ReportContent } from './report-types.ts'
import { changeText, rateText } from './sheet-format.ts'
import { SheetFigure } from './SheetFigure.tsx'
import { SheetTable } from './SheetTable.tsx'

/** The places at the end of the ranking: where the next day begins. */
export function BottomTable({ rows, day }: { rows: ReportContent['bottom']['rows']; day: string }) {
  const t = useT()
  const word = t(`report.places.${rows[0]?.place.level ?? 'village'}`)
  return (
    <SheetTable
      title={t('report.table.bottom', { places: word })}
      columns={[
        { key: 'number', title: t('report.col.number'), align: 'center' },
        { key: 'above', title: t('report.col.above') },
        { key: 'place', title: word },
        { key: 'base', title: t('report.col.base'), align: 'right' },
        { key: 'stable', title: t('report.col.stable'), align: 'right' },
        { key: 'a', title: t('report.col.a'), align: 'right' },
        { key: 'deviation', title: t('report.col.deviation'), align: 'right' },
        { key: 'zero', title: t('report.col.zero'), align: 'right' },
      ]}
      rows={rows.map(({ place, unitName, a, zero }, index) => ({
        key: place.code,
        cells: [
          index + 1,
          unitName,
          place.name,
          <SheetFigure
            key="base"
            text={formatInteger(a.denominator)}
            counter="hh.poor.labour"
            place={place}
            day={day}
          />,
          <SheetFigure
            key="stable"
            text={formatInteger(a.numerator)}
            counter="hh.poor.stable"
            place={place}
            day={day}
          />,
          <SheetFigure key="a" text={rateText(a.value)} counter="hh.poor.stable" place={place} day={day} />,
          changeText(a.deviation, 2),
          <SheetFigure key="zero" text={formatInteger(zero)} counter="hh.zero" place={place} day={day} />,
        ],
      }))}
    />
  )
}
