import { RANK_BASE_MIN } from '@anye/contract/indicators/catalogue'
import type { ReportContent, Sentence } from '@anye/contract/reporting/report'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { ChildCounters } from '../../indicators/indicators.api.ts'
import { indicatorValue, rankBy } from '../../indicators/indicators.rules.ts'
import { plainFigure } from './figure.rules.ts'
import { countOf, type ReportFacts } from './report-facts.ts'

type UnitRow = ReportContent['units']['rows'][number]
type BottomRow = ReportContent['bottom']['rows'][number]

const BOTTOM_MOST = 10
const WORDS: Partial<Record<string, string>> = {
  unit: '汇报单元',
  township: '乡镇（街道）',
  village: '村（社区）',
}

/** What the places of a level are called in a sentence. */
export function placesWord(level: string): string {
  return WORDS[level] ?? '区域'
}

/**
 * Section 2: the places one level down, best first by deviation of indicator A from plan (by its value
 * without a plan); ties share a rank, a base under 30 households has none and stands last (DOMAIN section 7).
 */
export function unitsOf(facts: ReportFacts): ReportContent['units'] {
  const { level, rows, rowsBefore } = facts.units
  const ranks = ranksOf(rows, facts.plans, facts.day)
  const ranksBefore = ranksOf(rowsBefore, facts.plans, facts.before ?? facts.day)
  const before = new Map(rowsBefore.map((row) => [row.code, row]))
  const table = rows.map((row): UnitRow => {
    const rank = ranks.get(row.code) ?? null
    const was = ranksBefore.get(row.code)
    return {
      place: { code: row.code, name: row.name, level },
      rank,
      rankChange: rank === null || was === undefined ? null : was - rank,
      ...unitFigures(facts, row, before.get(row.code)),
    }
  })
  // Ties and places without a rank keep the order of reports, in which the rows come.
  const sorted = table.toSorted((a, b) => (a.rank ?? rows.length + 1) - (b.rank ?? rows.length + 1))
  return { sentence: unitsSentence(sorted, level), rows: sorted }
}

function unitFigures(
  facts: ReportFacts,
  row: ChildCounters,
  before: ChildCounters | undefined,
): Omit<UnitRow, 'place' | 'rank' | 'rankChange'> {
  const comparison = { counters: row.counters, before: before?.counters, plans: facts.plans, day: facts.day }
  const changeOf = (key: 'p.employed' | 'hh.zero') =>
    before === undefined ? null : countOf(row.counters, key) - countOf(before.counters, key)
  return {
    base: countOf(row.counters, 'hh.poor.labour'),
    a: indicatorValue('A', comparison),
    b: indicatorValue('B', comparison),
    coverage: indicatorValue('coverage', comparison),
    employed: countOf(row.counters, 'p.employed'),
    employedChange: changeOf('p.employed'),
    zero: countOf(row.counters, 'hh.zero'),
    zeroChange: changeOf('hh.zero'),
  }
}

function unitsSentence(rows: readonly UnitRow[], level: string): Sentence {
  const ranked = rows.filter((row) => row.rank !== null)
  const [first] = ranked
  const last = ranked.at(-1)
  const counted: Sentence = [plainFigure(rows.length, 'count', `${rows.length}个`), placesWord(level)]
  if (first === undefined || last === undefined)
    return [...counted, `底数均不足${RANK_BASE_MIN}户，不作排名。`]
  if (ranked.length === 1)
    return [...counted, `中只有${first.place.name}底数达到${RANK_BASE_MIN}户，不作排名。`]
  const small = rows.length - ranked.length
  return [
    ...counted,
    first.a.plan === null ? '按稳定就业率排名，' : '按稳定就业率与计划的偏差排名，',
    `${first.place.name}居首，${last.place.name}居末`,
    ...(small === 0
      ? []
      : ['；', plainFigure(small, 'count', `${small}个`), `底数不足${RANK_BASE_MIN}户，不参加排名`]),
    '。',
  ]
}

/** The ten places furthest behind, the worst first; places with a base under 30 households are not shown. */
export function bottomOf(facts: ReportFacts): ReportContent['bottom'] {
  const { level, rows, parentOf } = facts.leaves
  const ranks = ranksOf(rows, facts.plans, facts.day)
  const table = rows
    .flatMap((row) => {
      const rank = ranks.get(row.code)
      return rank === undefined ? [] : [{ row, rank }]
    })
    .toSorted((a, b) => b.rank - a.rank || (a.row.code < b.row.code ? -1 : 1))
    .slice(0, BOTTOM_MOST)
    .map(({ row }): BottomRow => ({
      place: { code: row.code, name: row.name, level },
      unitName: parentOf.get(row.code) ?? '—',
      a: indicatorValue('A', { counters: row.counters, plans: facts.plans, day: facts.day }),
      zero: countOf(row.counters, 'hh.zero'),
    }))
  const sentence: Sentence = [
    '参加排名的',
    plainFigure(ranks.size, 'count', `${ranks.size}个`),
    `${placesWord(level)}中，排在末尾的`,
    plainFigure(table.length, 'count', `${table.length}个`),
    '如下，请逐户核对、限期补齐。',
  ]
  return { sentence, rows: table }
}

function ranksOf(
  rows: readonly ChildCounters[],
  plans: ReportFacts['plans'],
  day: CalendarDate,
): Map<string, number> {
  const ranks = rankBy(rows, (row) => indicatorValue('A', { counters: row.counters, plans, day }))
  return new Map([...ranks].map(([row, rank]) => [row.code, rank]))
}
