import { useT } from '../../app/i18n/locale.tsx'
import { formatInteger, NO_VALUE } from '../../ui/format.ts'
import type { UnitRow } from './report-types.ts'
import { changeText, movedText, rateText } from './sheet-format.ts'
import { SheetFigure } from './SheetFigure.tsx'
import { SheetTable } from './SheetTable.tsx'

/** The units ranked by deviation; where a plan holds, deviation stands beside the rate. */
export function UnitsTable({ rows, day }: { rows: readonly UnitRow[]; day: string }) {
  const t = useT()
  const hasPlan = rows.some(({ a }) => a.plan !== null)
  const right = (key: UnitColumn) => ({ key, title: t(`report.col.${key}`), align: 'right' as const })
  const middle = (key: UnitColumn) => ({ key, title: t(`report.col.${key}`), align: 'center' as const })
  const columns = [
    middle('rank'),
    middle('moved'),
    { key: 'unit', title: t('report.col.unit'), align: 'nowrap' as const },
    right('base'),
    right('a'),
    right('aChange'),
    ...(hasPlan ? [right('deviation')] : []),
    right('b'),
    right('coverage'),
    right('employed'),
    right('employedChange'),
    right('zero'),
    right('zeroChange'),
  ]
  return (
    <SheetTable
      title={t('report.table.units', { places: t(`report.places.${rows[0]?.place.level ?? 'township'}`) })}
      columns={columns}
      rows={rows.map((row) => ({ key: row.place.code, cells: unitCells(row, day, hasPlan) }))}
      foot={t('report.table.units.foot')}
    />
  )
}

type UnitColumn =
  | 'rank'
  | 'moved'
  | 'base'
  | 'a'
  | 'aChange'
  | 'deviation'
  | 'b'
  | 'coverage'
  | 'employed'
  | 'employedChange'
  | 'zero'
  | 'zeroChange'

function unitCells(row: UnitRow, day: string, hasPlan: boolean) {
  const { place, a, b, coverage } = row
  const figure = (text: string, counter: string) => (
    <SheetFigure text={text} counter={counter} place={place} day={day} />
  )
  const change = (text: string, counter: string) => (
    <SheetFigure text={text} counter={counter} place={place} day={day} view="ledger" />
  )
  return [
    row.rank ?? NO_VALUE,
    movedText(row.rankChange),
    place.name,
    figure(formatInteger(row.base), 'hh.poor.labour'),
    figure(rateText(a.value), 'hh.poor.stable'),
    change(changeText(a.change, 2), 'hh.poor.stable'),
    ...(hasPlan ? [changeText(a.deviation, 2)] : []),
    figure(rateText(b.value), 'hh.resettled.employed'),
    figure(rateText(coverage.value), 'hh.labour.covered'),
    figure(formatInteger(row.employed), 'p.employed'),
    change(changeText(row.employedChange), 'p.employed'),
    figure(formatInteger(row.zero), 'hh.zero'),
    change(changeText(row.zeroChange), 'hh.zero'),
  ]
}
