import { eraOn, inEra } from '@anye/codes/era-label'
import { COUNTERS, type CounterKey } from '@anye/contract/indicators/counters'
import type { ReportContent } from '@anye/contract/reporting/report'
import { countOf, type ReportFacts } from './report-facts.ts'
import { cardsOf } from './cards.rules.ts'
import { dataQualityOf } from './data-quality.rules.ts'
import { headlineOf } from './headline.rules.ts'
import { bottomOf, unitsOf } from './ranking.rules.ts'
import { tracksOf } from './tracks.rules.ts'

const CAMPAIGN = '就业全覆盖攻坚行动'

/** The lines of the books that the report prints; all others open from the indicators' own ledger. */
const LEDGER_LINES: readonly CounterKey[] = [
  'hh.labour',
  'hh.labour.covered',
  'hh.poor.labour',
  'hh.poor.stable',
  'hh.resettled.labour',
  'hh.resettled.employed',
  'hh.zero',
  'hh.clock',
  'hh.clock.cleared',
  'hh.special',
  'p.labourers',
  'p.available',
  'p.employed',
  'p.stable',
  'p.to_verify',
  'p.exempt',
  'p.export',
  'p.local',
]

/** The war report of a place and day (S15): the same facts give the same report, character by character. */
export function reportContent(facts: ReportFacts): ReportContent {
  const { place, day, base, counters, zero } = facts
  return {
    version: 1,
    title: `${place.name}${CAMPAIGN}战报`,
    number: facts.number,
    day,
    issuer: `${place.name}${CAMPAIGN}指挥部办公室`,
    chiefs: facts.chiefs,
    place,
    era: eraOn(day),
    synthetic: facts.synthetic,
    base:
      base === null
        ? null
        : { ...base, households: countOf(counters, 'hh.all') - countOf(counters, 'hh.new') },
    ledgerHead: facts.ledgerHead,
    headline: headlineOf(facts),
    units: unitsOf(facts),
    bottom: bottomOf(facts),
    tracks: { sentences: tracksOf(facts) },
    cards: { sentences: cardsOf(facts) },
    dataQuality: { sentences: dataQualityOf(facts) },
    ledger: ledgerLines(facts),
    zeroAnnex: zero.rows.map(({ headName, ...row }) => ({ ...row, headName: headName ?? '—' })),
    zeroAnnexTotal: zero.total,
  }
}

function ledgerLines(facts: ReportFacts): ReportContent['ledger'] {
  const lines = new Map(facts.ledger.map((line) => [line.key, line]))
  return LEDGER_LINES.flatMap((key) => {
    const line = lines.get(key)
    return line === undefined ? [] : [{ ...line, label: inEra(COUNTERS[key].zh, eraOn(facts.day)) }]
  })
}
