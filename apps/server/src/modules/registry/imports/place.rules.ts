import type { PlaceNote, PlaceText, ResolvedPlace } from '@anye/codes/data/divisions-gazetteer'
import { cellText } from '@anye/codes/parse/cell'
import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import type { IssueCode } from '@anye/contract/registry/imports/roster-issue'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import type { PlaceHints } from './place-hints.rules.ts'
import type { RowReader } from './row-reader.rules.ts'

/** The 12-digit village a household lives in, and its village group in one spelling. */
export type HouseholdPlace = { village: string; group: string | null }

/**
 * How places are looked up and named. Synchronous, because it is asked for each household of 400,000 rows: a
 * look-up over a database loads its divisions first. See division-resolver.ts for the one over the file of
 * the product.
 */
export type DivisionLookup = {
  /** The village that the place columns mean on a day; never a guess. */
  resolve: (place: PlaceText, on: CalendarDate) => ResolvedPlace
  /** The name of a code with its county and township, for messages: 兴义市郑屯镇民族村. */
  nameOf: (code: string) => string
}

const NOTES: Readonly<Record<PlaceNote, IssueCode | null>> = {
  former_division: 'division_former',
  unit_as_county: 'division_unit',
  county_differs: 'division_county_differs',
  kind_differs: 'division_kind_differs',
  address: 'division_address',
  code_as_name: null,
}

/**
 * What a household's place columns say; a level they leave open is taken from the title or the sheet's name.
 */
export function placeTextOf(household: RowReader, hints: PlaceHints): PlaceText {
  const text = (field: RosterFieldKey) => cellText(household.cell(field))
  const county = text('county') || hints.county
  const township = text('township') || hints.township
  return { county, township, village: text('village') || hints.village, group: text('group') }
}

/**
 * Resolves the place of a household (V24). `notify` notes at every row what makes the household impossible to
 * import, `household` at the row that states the place.
 */
export function resolvePlace(
  household: RowReader, place: PlaceText, lookup: DivisionLookup, on: CalendarDate,
  notify: (code: IssueCode, values: Readonly<Record<string, string>>) => void,
): HouseholdPlace | null {
  const raw = [place.county, place.township, place.village].filter(Boolean).join('')
  if (!place.village && !/^\d{12}/u.test(place.township ?? '')) {
    notify('division_missing', { raw })
    return null
  }
  const answer = lookup.resolve(place, on)
  if (answer.status === 'ambiguous') {
    const candidates = answer.candidates.slice(0, 3).map(lookup.nameOf).join('、')
    notify('division_ambiguous', { raw, count: String(answer.candidates.length), candidates })
    return null
  }
  if (answer.status === 'missing') {
    const names = answer.suggestions.map(lookup.nameOf).join('、')
    notify('division_unknown', { raw: answer.text || raw, suggestion: names === '' ? '' : `是不是${names}?` })
    return null
  }
  const name = lookup.nameOf(answer.village)
  for (const note of answer.notes) {
    const code = NOTES[note]
    if (code !== null) household.note(code, placeField(household), { raw, name })
  }
  return { village: answer.village, group: answer.group }
}

function placeField(household: RowReader): RosterFieldKey | null {
  return (['village', 'township', 'county'] as const).find((field) => household.has(field)) ?? null
}
