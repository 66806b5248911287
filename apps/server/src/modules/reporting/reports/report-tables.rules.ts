import { eraOn, label } from '@anye/codes/era-label'
import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import type { ReportContent } from '@anye/contract/reporting/report'
import { daysBetween } from '@anye/kernel/calendar-date'
import type { TableBlock } from '../../../platform/documents/official-document.ts'
import { grouped, percent } from './figure.rules.ts'
import { placesWord } from './ranking.rules.ts'

type Column = TableBlock['columns'][number]

const text = (title: string, width: number): Column => ({ title, width, align: 'left' })
const middle = (title: string, width: number): Column => ({ title, width, align: 'center' })
const number = (title: string, width: number): Column => ({ title, width, align: 'right' })

/** `+12`, `−3`, `0`; a dash on the first closed day. */
export function signed(change: number | null, decimals = 0): string {
  if (change === null) return '—'
  if (change === 0) return '0'
  const size = decimals === 0 ? grouped(Math.abs(change)) : Math.abs(change).toFixed(decimals)
  return `${change > 0 ? '+' : '−'}${size}`
}

/** `↑2`, `↓1`, `—`: places gained or lost since the day before; words would not fit the column. */
function moved(rankChange: number | null): string {
  if (rankChange === null || rankChange === 0) return '—'
  return `${rankChange > 0 ? '↑' : '↓'}${Math.abs(rankChange)}`
}

/** The table of section 2: where a plan holds, deviation stands beside the rate it ranks by. */
export function unitTable(content: ReportContent): TableBlock {
  const { rows } = content.units
  const hasPlan = rows.some(({ a }) => a.plan !== null)
  return {
    kind: 'table',
    title: `各${placesWord(rows[0]?.place.level ?? 'township')}就业覆盖情况`,
    columns: [
      middle('名次', 8),
      middle('升降', 8),
      text('单位', 17),
      number('底数\n（户）', 13),
      number('稳定\n就业率\n（%）', 12),
      number('较上日\n（点）', 12),
      ...(hasPlan ? [number('计划\n偏差\n（%）', 11)] : []),
      number('搬迁户\n就业率\n（%）', 13),
      number('家庭\n覆盖率\n（%）', 13),
      number('已就业\n（人）', 13),
      number('较上日\n（人）', 11),
      number('零就业\n（户）', 11),
      number('较上日\n（户）', 11),
    ],
    rows: rows.map((row) => [
      row.rank === null ? '—' : String(row.rank),
      moved(row.rankChange),
      row.place.name,
      grouped(row.base),
      bare(row.a.value),
      signed(row.a.change, 2),
      ...(hasPlan ? [signed(row.a.deviation, 2)] : []),
      bare(row.b.value),
      bare(row.coverage.value),
      grouped(row.employed),
      signed(row.employedChange),
      grouped(row.zero),
      signed(row.zeroChange),
    ]),
    foot: `注：底数为有劳动力的${label('poor', eraOn(content.day))}户；底数不足30户的不参加排名，以“—”表示；并列的名次相同。`,
  }
}

export function bottomTable(content: ReportContent): TableBlock {
  const [first] = content.bottom.rows
  const isTownship = first?.place.level === 'township'
  return {
    kind: 'table',
    title: `排在末尾的${placesWord(first?.place.level ?? 'township')}`,
    columns: [
      middle('序号', 6),
      text(isTownship ? '所属单位' : '乡镇（街道）', 18),
      text(placesWord(first?.place.level ?? 'township'), 22),
      number('底数\n（户）', 12),
      number('已稳定就业\n（户）', 14),
      number('稳定就业率\n（%）', 14),
      number('计划偏差\n（%）', 12),
      number('零就业\n（户）', 12),
    ],
    rows: content.bottom.rows.map(({ place, unitName, a, zero }, index) => [
      String(index + 1),
      unitName,
      place.name,
      grouped(a.denominator ?? 0),
      grouped(a.numerator),
      bare(a.value),
      signed(a.deviation, 2),
      grouped(zero),
    ]),
    foot: null,
  }
}

/** The day's books: opening + change + correction = closing, line by line. */
export function ledgerTable(content: ReportContent): TableBlock {
  return {
    kind: 'table',
    title: '当日账目（期初＋当日变动＋更正＝期末）',
    columns: [
      text('项目', 36),
      number('期初', 14),
      number('当日变动', 12),
      number('更正', 10),
      number('期末', 14),
    ],
    rows: content.ledger.map(({ label, opening, change, correction, closing }) => [
      label,
      grouped(opening),
      signed(change),
      signed(correction),
      grouped(closing),
    ]),
    foot: `账目校验码：${content.ledgerHead.slice(0, 16)}`,
  }
}

/** The restricted annex: what a township needs to find the household, no number of a person. */
export function annexTable(content: ReportContent): TableBlock {
  const types = new Map<string, string>(HOUSEHOLD_TYPE.map(({ code, zh }) => [code, zh]))
  const listed = content.zeroAnnex.length
  const rest = content.zeroAnnexTotal - listed
  return {
    kind: 'table',
    title: '',
    columns: [
      middle('序号', 6),
      text('地址', 28),
      text('户主', 10),
      text('户类型', 14),
      middle('零就业\n起始', 14),
      middle('销号\n期限', 14),
      middle('剩余\n天数', 10),
      text('包保干部', 10),
    ],
    rows: content.zeroAnnex.map((row, index) => [
      String(index + 1),
      row.place,
      row.headName,
      types.get(row.type) ?? row.type,
      row.since,
      row.dueOn,
      leftOn(content.day, row.dueOn),
      row.contactName ?? '—',
    ]),
    foot:
      rest > 0 ? `按户类型和零就业时间列前${grouped(listed)}户，其余${grouped(rest)}户请在平台查看。` : null,
  }
}

function leftOn(day: string, dueOn: string): string {
  const left = daysBetween(day, dueOn)
  return left < 0 ? `超${-left}天` : `${left}天`
}

function bare(value: number | null): string {
  return percent(value).replace('%', '')
}
