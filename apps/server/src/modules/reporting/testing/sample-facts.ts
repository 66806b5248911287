import type { CounterKey } from '@anye/contract/indicators/counters'
import type { ChildCounters, Counters } from '../../indicators/indicators.api.ts'
import type { ReportFacts } from '../reports/report-facts.ts'

export const SAMPLE_DAY = '2026-11-24'

/** Counters of a place with this many poor labour households, of which so many have a stable job. */
export function countersOf(
  base: number,
  stable: number,
  more: Partial<Record<CounterKey, number>> = {},
): Counters {
  return {
    'hh.all': base * 5,
    'hh.labour': base * 2,
    'hh.labour.covered': base * 2 - 3,
    'hh.poor.labour': base,
    'hh.poor.stable': stable,
    'hh.poor.uncovered': base - stable,
    'hh.resettled.labour': base,
    'hh.resettled.employed': base - 2,
    'hh.resettled.uncovered': 2,
    'hh.zero': 3,
    'hh.zero.poor': 2,
    'hh.zero.resettled': 1,
    'hh.clock': 5,
    'hh.clock.cleared': 4,
    'hh.clock.missed': 1,
    'p.labourers': base * 3,
    'p.available': base * 3 - 4,
    'p.employed': base * 2,
    'p.stable': base,
    'p.to_verify': 7,
    'p.exempt': 4,
    'p.export': base,
    'p.local': base - 5,
    'p.export.organised': 6,
    'p.area.01': base - 5,
    'p.area.04': base,
    'p.sector.2': base,
    'p.dest.3307': 12,
    'p.dest.4419': 15,
    ...more,
  }
}

export function child(code: string, name: string, counters: Counters): ChildCounters {
  return { code, name, counters }
}

const UNITS: ReportFacts['units'] = {
  level: 'unit',
  rows: [
    child('522301', '兴义市', countersOf(400, 380)),
    child('522326', '望谟县', countersOf(300, 250)),
    child('5223-YL', '义龙新区', countersOf(20, 20)),
  ],
  rowsBefore: [
    child('522301', '兴义市', countersOf(400, 320)),
    child('522326', '望谟县', countersOf(300, 270)),
  ],
}

const LEAVES: ReportFacts['leaves'] = {
  level: 'township',
  parentOf: new Map([
    ['522301001', '兴义市'],
    ['522326001', '望谟县'],
  ]),
  rows: [
    child('522301001', '黄草街道', countersOf(200, 190)),
    child('522326001', '王母街道', countersOf(150, 100)),
    child('522326002', '平洞街道', countersOf(10, 1)),
  ],
}

const ZERO_HOUSEHOLD: ReportFacts['zero']['rows'][number] = {
  householdId: '01900000-0000-7000-8000-000000000001',
  place: '王母街道中山社区',
  villageCode: '522326001001',
  headName: '韦测试',
  type: '02',
  since: '2026-10-01',
  contactName: null,
  dueOn: '2026-11-05',
}

/** Facts of a small prefecture; a test changes what it is about. */
export function sampleFacts(changes: Partial<ReportFacts> = {}): ReportFacts {
  return {
    place: { code: '5223', name: '黔西南州', level: 'prefecture' },
    day: SAMPLE_DAY,
    before: '2026-11-23',
    number: 3,
    synthetic: true,
    chiefs: [{ title: '指挥长（州委组织部部长）', name: '韦测试' }],
    base: { month: '2026-11', frozenOn: '2026-11-06' },
    ledgerHead: 'ab'.repeat(32),
    plans: { A: { from: '2026-11-01', fromPercent: 90, to: '2026-12-31', toPercent: 100 } },
    counters: countersOf(1000, 930),
    countersBefore: countersOf(1000, 920, { 'hh.zero': 8 }),
    units: UNITS,
    leaves: LEAVES,
    cards: {
      running: { month: '2026-11', dueOn: '2026-12-05', lines: 3000, checked: 1200, reviewed: 900, onTime: 0, reached: 0, agreed: 0 },
      due: { month: '2026-10', dueOn: '2026-11-05', lines: 2980, checked: 2980, reviewed: 2975, onTime: 2777, reached: 120, agreed: 114 },
    },
    imports: { files: 2, rows: 1200, accepted: 1100, warned: 60, queried: 30, rejected: 10 },
    ledger: [
      { key: 'hh.zero', opening: 8, change: -6, correction: 1, closing: 3 },
      { key: 'p.employed', opening: 1990, change: 10, correction: 0, closing: 2000 },
    ],
    zero: { rows: [ZERO_HOUSEHOLD], total: 3 },
    ...changes,
  }
}
