import type { IndicatorKey } from '@anye/contract/indicators/catalogue'
import type { CounterKey } from '@anye/contract/indicators/counters'

export type CoverageView = 'households' | 'labour' | 'places' | 'sectors'

/** A column of the coverage table: a count that opens its list, or a rate between two of them. */
export type CoverageColumn = { counter: CounterKey; optional?: true } | { rate: IndicatorKey }

/** What each view of the coverage table shows, in the order it is read: base, reached, rate, still missing. */
export const COVERAGE_VIEWS = {
  households: [
    { counter: 'hh.labour' },
    { counter: 'hh.labour.covered' },
    { rate: 'coverage' },
    { counter: 'hh.zero' },
    { rate: 'clearRate' },
    { counter: 'hh.poor.labour' },
    { rate: 'A' },
    { counter: 'hh.poor.uncovered' },
    { counter: 'hh.resettled.labour' },
    { rate: 'B' },
    { counter: 'hh.resettled.uncovered' },
    { counter: 'hh.all', optional: true },
    { counter: 'hh.new', optional: true },
    { counter: 'hh.special', optional: true },
    { counter: 'hh.zero.poor', optional: true },
    { counter: 'hh.zero.resettled', optional: true },
    { counter: 'hh.clock', optional: true },
    { counter: 'hh.clock.cleared', optional: true },
    { counter: 'hh.clock.missed', optional: true },
  ],
  labour: [
    { counter: 'p.available' },
    { counter: 'p.employed' },
    { rate: 'employment' },
    { counter: 'p.unemployed' },
    { counter: 'p.stable' },
    { rate: 'stability' },
    { counter: 'p.to_verify' },
    { rate: 'poorEmployment' },
    { rate: 'resettledEmployment' },
    { rate: 'edgeEmployment' },
    { rate: 'otherEmployment' },
    { counter: 'p.labourers', optional: true },
    { counter: 'p.exempt', optional: true },
    { counter: 'p.poor.available', optional: true },
    { counter: 'p.resettled.available', optional: true },
    { counter: 'p.edge.available', optional: true },
    { counter: 'p.edge.employed', optional: true },
    { counter: 'p.other.available', optional: true },
    { counter: 'p.other.employed', optional: true },
  ],
  places: [
    { counter: 'p.area.01' },
    { counter: 'p.area.02' },
    { counter: 'p.area.03' },
    { counter: 'p.area.04' },
    { counter: 'p.area.06', optional: true },
    { counter: 'p.area.none', optional: true },
    { counter: 'p.dest.3302' },
    { counter: 'p.dest.3303' },
    { counter: 'p.dest.3307' },
    { counter: 'p.dest.3310' },
    { counter: 'p.dest.4403' },
    { counter: 'p.dest.4406' },
    { counter: 'p.dest.4419' },
    { counter: 'p.dest.3505' },
    { counter: 'p.dest.other' },
  ],
  sectors: [
    { counter: 'p.employed' },
    { counter: 'p.sector.1' },
    { counter: 'p.sector.2' },
    { counter: 'p.sector.3' },
    { counter: 'p.sector.none', optional: true },
    { counter: 'p.export' },
    { counter: 'p.export.organised' },
    { rate: 'organised' },
    { counter: 'p.local' },
    { counter: 'p.track.none', optional: true },
  ],
} as const satisfies Record<CoverageView, readonly CoverageColumn[]>

export const VIEW_NAMES = Object.keys(COVERAGE_VIEWS) as CoverageView[]

export function isCoverageView(name: string | undefined): name is CoverageView {
  return name !== undefined && Object.hasOwn(COVERAGE_VIEWS, name)
}
