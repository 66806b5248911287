import type { ReportingUnit } from '../organization-types.ts'

/** Root of the tree. Scopes of the prefecture are written 5223, its division 522300. */
export const PREFECTURE = '522300'
const LENGTHS = [9, 12, 15]

/** 5223 and 522300 are one place in the tree. */
export function placeOfScope(code: string | undefined): string {
  return code === undefined || code === '5223' ? PREFECTURE : code
}

/** The unit a place reports through: 义龙新区 takes townships out of three counties. */
export function unitOf(place: string, units: readonly ReportingUnit[]): ReportingUnit | undefined {
  return units.find(({ code, scope }) => code === place || scope.some((prefix) => place.startsWith(prefix)))
}

/** From the prefecture down to the place itself: what has to be open for the place to show in the tree. */
export function pathTo(place: string, units: readonly ReportingUnit[]): readonly string[] {
  if (place === PREFECTURE) return [PREFECTURE]
  const unit = unitOf(place, units)?.code ?? place.slice(0, 6)
  if (place === unit || place.length <= 6) return [PREFECTURE, place]
  return [
    PREFECTURE,
    unit,
    ...LENGTHS.filter((length) => length <= place.length).map((length) => place.slice(0, length)),
  ]
}

/**
 * True when the whole place lies in the viewer's scope. A township that reports elsewhere is outside the scope
 * of its county's office.
 */
export function isWithin(place: string, scope: string | undefined, units: readonly ReportingUnit[]): boolean {
  if (scope === undefined) return false
  const own = units.find(({ code }) => code === scope)?.scope ?? [scope === PREFECTURE ? '5223' : scope]
  const wanted = units.find(({ code }) => code === place)?.scope ?? [place]
  return wanted.every((code) => own.some((prefix) => code.startsWith(prefix)))
}
