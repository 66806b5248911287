import type { CalendarDate } from '@anye/kernel/calendar-date'
import { xOf } from './axis.geometry.ts'
import type { Axis } from './axis.geometry.ts'

/** A stretch of a strand with the words that stand in or beside it. */
export interface Span {
  key: string
  from: CalendarDate
  to: CalendarDate
  label: string
}

export interface PlacedSpan<S extends Span> {
  span: S
  x: number
  width: number
  lane: number
  text: string
  textX: number
  anchor: 'start' | 'end'
  /** The words stand on the bar, not beside it. */
  isInside: boolean
}

const FONT_PX = 12
const PAD = 6
const NARROWEST = 3
/** Latin letters and digits take a little more than half a Han character. */
const LATIN_PART = 0.58

/** Width in px that a text takes at 12 px, close enough to keep labels apart. */
export function textWidth(text: string): number {
  const ems = [...text].reduce((sum, char) => sum + (/[\u2E80-\uFFEF]/u.test(char) ? 1 : LATIN_PART), 0)
  return ems * FONT_PX
}

/** Places spans in as few lanes as keep bars and words apart; earlier spans take the upper lanes. */
export function placeSpans<S extends Span>(spans: readonly S[], axis: Axis): readonly PlacedSpan<S>[] {
  const ends: number[] = []
  return spans
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to))
    .map((span) => {
      const placed = placeLabel(span, axis)
      const left = Math.min(
        placed.x,
        placed.anchor === 'end' ? placed.textX - textWidth(placed.text) : placed.textX,
      )
      const right = Math.max(
        placed.x + placed.width,
        placed.anchor === 'start' ? placed.textX + textWidth(placed.text) : 0,
      )
      const free = ends.findIndex((end) => end <= left - PAD)
      const lane = free < 0 ? ends.length : free
      ends[lane] = right
      return { ...placed, lane }
    })
}

function placeLabel<S extends Span>(span: S, axis: Axis): Omit<PlacedSpan<S>, 'lane'> {
  const x = xOf(axis, span.from)
  const width = Math.max(NARROWEST, xOf(axis, span.to) - x)
  const needed = textWidth(span.label)
  const bar = { span, x, width, text: span.label }
  if (needed + 2 * PAD <= width) return { ...bar, textX: x + PAD, anchor: 'start', isInside: true }
  if (x + width + PAD + needed <= axis.right)
    return { ...bar, textX: x + width + PAD, anchor: 'start', isInside: false }
  if (x - PAD - needed >= axis.left) return { ...bar, textX: x - PAD, anchor: 'end', isInside: false }
  return { ...bar, text: cut(span.label, width - 2 * PAD), textX: x + PAD, anchor: 'start', isInside: true }
}

function cut(text: string, width: number): string {
  const chars = [...text]
  while (chars.length > 0 && textWidth(`${chars.join('')}…`) > width) chars.pop()
  return chars.length > 0 ? `${chars.join('')}…` : ''
}
