import { COUNTERS, COUNTER_KEYS, type CounterKey } from '@anye/contract/indicators/counters'
import type { Sentence } from '@anye/contract/reporting/report'
import { countFigure, grouped, plainFigure, rateFigure, shareFigure } from './figure.rules.ts'
import { countOf, type ReportFacts } from './report-facts.ts'

const AREAS: readonly (readonly [CounterKey, string])[] = [
  ['p.area.01', '乡镇内'],
  ['p.area.02', '乡外县内'],
  ['p.area.03', '县外省内'],
  ['p.area.04', '省外'],
]
const SECTORS: readonly (readonly [CounterKey, string])[] = [
  ['p.sector.1', '第一产业'],
  ['p.sector.2', '第二产业'],
  ['p.sector.3', '第三产业'],
]
const DESTINATIONS = COUNTER_KEYS.filter((key) => key.startsWith('p.dest.'))

/**
 * Section 3: the two tracks (S1), where people work, in which sector, and the cities they go to, most first.
 */
export function tracksOf(facts: ReportFacts): Sentence[] {
  if (countOf(facts.counters, 'p.employed') === 0) return []
  const sentences = [
    trackSentence(facts),
    listSentence(facts, '按务工区域分，', AREAS),
    listSentence(facts, '按产业分，', SECTORS),
    destinations(facts),
  ]
  return sentences.filter((sentence) => sentence.length > 0)
}

function trackSentence(facts: ReportFacts): Sentence {
  const { counters } = facts
  // A place of work known as a province only belongs to no track; saying so keeps the sum whole.
  const open = countOf(counters, 'p.employed') - countOf(counters, 'p.export') - countOf(counters, 'p.local')
  const organised: Sentence =
    countOf(counters, 'p.export') === 0
      ? []
      : [
          '；外输中有组织',
          countFigure(facts, 'p.export.organised'),
          '，组织化程度',
          rateFigure(facts, 'organised'),
        ]
  return [
    '已就业人员中，外输',
    countFigure(facts, 'p.export'),
    '，占',
    shareFigure(facts, 'p.export', 'p.employed'),
    '；内拓',
    countFigure(facts, 'p.local'),
    '，占',
    shareFigure(facts, 'p.local', 'p.employed'),
    ...(open > 0 ? ['；务工地点不详', plainFigure(open, 'persons', `${grouped(open)}人`)] : []),
    ...organised,
    '。',
  ]
}

function listSentence(
  facts: ReportFacts,
  lead: string,
  parts: readonly (readonly [CounterKey, string])[],
): Sentence {
  const present = parts.filter(([key]) => countOf(facts.counters, key) > 0)
  if (present.length === 0) return []
  return [
    lead,
    ...present.flatMap(([key, name], index) => [
      `${index === 0 ? '' : '、'}${name}`,
      countFigure(facts, key),
      '（',
      shareFigure(facts, key, 'p.employed'),
      '）',
    ]),
    '。',
  ]
}

function destinations(facts: ReportFacts): Sentence {
  const cities = DESTINATIONS.filter((key) => countOf(facts.counters, key) > 0).toSorted(
    (a, b) => countOf(facts.counters, b) - countOf(facts.counters, a) || (a < b ? -1 : 1),
  )
  if (cities.length === 0) return []
  return [
    '省外主要去向：',
    ...cities.flatMap((key, index) => [`${index === 0 ? '' : '、'}${cityOf(key)}`, countFigure(facts, key)]),
    '。',
  ]
}

// The catalogue calls them 在金华就业; a list wants the bare city.
function cityOf(key: CounterKey): string {
  return COUNTERS[key].zh.replace(/^在/, '').replace(/就业$/, '')
}
