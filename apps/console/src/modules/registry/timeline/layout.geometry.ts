import { axisOf } from './axis.geometry.ts'
import type { Axis } from './axis.geometry.ts'
import { placeSpans } from './lanes.geometry.ts'
import type { PlacedSpan, Span } from './lanes.geometry.ts'
import type { PlaceSpan, WageTerm, WorkSpan } from './strands.rules.ts'
import type { WagePoint } from '../registry-types.ts'

export interface Strands {
  work: readonly WorkSpan[]
  places: readonly PlaceSpan[]
  trainings: readonly Span[]
  wages: readonly WagePoint[]
  terms: readonly WageTerm[]
}

export interface Band {
  top: number
  height: number
}

export interface Layout {
  axis: Axis
  height: number
  work: Band & { spans: readonly PlacedSpan<WorkSpan>[] }
  places: Band & { spans: readonly PlacedSpan<PlaceSpan>[] }
  trainings: Band & { spans: readonly PlacedSpan<Span>[] }
  wages: Band
}

export const GUTTER = 72
const RIGHT = 16
const HEAD = 24
const PAD = 8
/** A job takes a bar, the line of its evidence, and air. */
export const WORK_LANE = 32
export const SPAN_LANE = 24
const EMPTY = 24
const WAGES = 72
/** The word for today stands under the last strand. */
const FOOT = 12

/** Where everything of the four strands stands in a drawing `width` px wide. */
export function layOut(strands: Strands, today: string, width: number): Layout {
  const axis = axisOf(daysOf(strands), today, GUTTER, width - RIGHT)
  const work = placeSpans(strands.work, axis)
  const places = placeSpans(strands.places, axis)
  const trainings = placeSpans(strands.trainings, axis)
  let top = HEAD
  const band = (lanes: number, lane: number): Band => {
    const height = lanes === 0 ? EMPTY : lanes * lane
    const placed = { top: top + PAD, height }
    top += height + 2 * PAD
    return placed
  }
  return {
    axis,
    work: { ...band(lanesIn(work), WORK_LANE), spans: work },
    places: { ...band(lanesIn(places), SPAN_LANE), spans: places },
    trainings: { ...band(lanesIn(trainings), SPAN_LANE), spans: trainings },
    wages: strands.wages.length > 0 ? band(1, WAGES) : band(0, 0),
    height: top + FOOT,
  }
}

function daysOf({ work, places, trainings, wages }: Strands): string[] {
  return [...[...work, ...places, ...trainings].map(({ from }) => from), ...wages.map(({ onDate }) => onDate)]
}

function lanesIn(spans: readonly PlacedSpan<Span>[]): number {
  return spans.reduce((most, { lane }) => Math.max(most, lane + 1), 0)
}
