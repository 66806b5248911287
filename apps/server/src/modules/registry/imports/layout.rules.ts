import { isKnownTitle, normaliseHeader } from '@anye/contract/registry/imports/match-header'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { headerColumns, type RosterColumn } from './header-columns.rules.ts'
import { placeHintsOf, reportDateOf, type PlaceHints } from './place-hints.rules.ts'
import { textAt, textsOf, type MergedRange, type RosterRow } from './roster-row.rules.ts'

/** Where the table of a sheet stands and what is said above it. */
export type SheetLayout = {
  headerTop: number
  headerBottom: number
  columns: readonly RosterColumn[]
  /** Texts of the title rows, to recognise them when they are repeated on every printed page. */
  titles: readonly string[]
  hints: PlaceHints
  reportDate: CalendarDate | null
}

export type LayoutInput = {
  sheetName: string
  rows: readonly RosterRow[]
  merges: readonly MergedRange[]
  /** Titles a mapping of the user names, beside the known ones. */
  mappedTitles?: ReadonlySet<string>
}

/** Rows to look at before a layout is decided. */
export const LAYOUT_ROWS = 40

/** Finds the table of a sheet; undefined when no row looks like a header (a note, a form, an empty sheet). */
export function findLayout(input: LayoutInput): SheetLayout | undefined {
  const rows = input.rows.slice(0, LAYOUT_ROWS)
  const mapped = input.mappedTitles ?? new Set()
  const isTitle = (text: string) => isKnownTitle(text) || mapped.has(normaliseHeader(text))
  const anchor = findAnchor(rows, isTitle)
  if (anchor === undefined) return undefined
  const top = extendUp(rows, anchor, input.merges, isTitle)
  const bottom = extendDown(rows, anchor, top, input.merges, isTitle)
  const header = rows.slice(top, bottom + 1)
  const above = rows.slice(0, top)
  const titles = above.flatMap(textsOf)
  const first = header[0]
  const last = header.at(-1)
  if (!first || !last) return undefined
  return {
    headerTop: first.number,
    headerBottom: last.number,
    columns: headerColumns(header, input.merges),
    titles,
    hints: { ...placeHintsOf(input.sheetName), ...mergeHints(titles) },
    reportDate: titles.map(reportDateOf).find((date) => date !== undefined) ?? null,
  }
}

function mergeHints(titles: readonly string[]): PlaceHints {
  return titles.map(placeHintsOf).reduce((all, hints) => ({ ...hints, ...all }), {})
}

type TitleTest = (text: string) => boolean

function titleCount(row: RosterRow | undefined, isTitle: TitleTest): number {
  return row ? new Set(textsOf(row).filter((text) => text.length <= 40 && isTitle(text))).size : 0
}

const MIN_TITLES = 3

/** The row with most known titles; else a row of words over a row with an ID, to be mapped by hand. */
function findAnchor(rows: readonly RosterRow[], isTitle: TitleTest): number | undefined {
  let best: number | undefined
  let most = 0
  rows.forEach((row, index) => {
    const count = titleCount(row, isTitle)
    const needed = Math.min(MIN_TITLES, Math.max(2, textsOf(row).length - 1))
    if (count >= needed && count > most) [best, most] = [index, count]
  })
  if (best !== undefined) return best
  const firstPerson = rows.findIndex((row) => textsOf(row).some(looksLikeId))
  const words = firstPerson > 0 ? rows[firstPerson - 1] : undefined
  return words && textsOf(words).length >= MIN_TITLES ? firstPerson - 1 : undefined
}

/** Fifteen digits or more, or what a spreadsheet makes of them. */
export function looksLikeId(text: string): boolean {
  return /\d{14}[\dXx]/u.test(text.replace(/\s/gu, '')) || /^\d(?:\.\d+)?[Ee]\+?1[4-9]$/u.test(text)
}

const INFO_LINE = /[::]|\d{4}\s*[年.\-/]|填报|制表|盖章|单位[((]/u
const HEADER_ROWS_ABOVE = 2

function extendUp(
  rows: readonly RosterRow[], anchor: number, merges: readonly MergedRange[], isTitle: TitleTest,
): number {
  let top = anchor
  while (top > 0 && anchor - top < HEADER_ROWS_ABOVE) {
    const row = rows[top - 1]
    const below = rows[top]
    if (!row || !below || row.number !== below.number - 1 || !isGroupRow(row, merges, isTitle)) break
    top--
  }
  return top
}

// A group row has several short titles; a heading spans the table alone, and 填报单位:… is a line of remarks.
function isGroupRow(row: RosterRow, merges: readonly MergedRange[], isTitle: TitleTest): boolean {
  const texts = textsOf(row)
  if (texts.length < 2 || texts.some((text) => text.length > 20 || INFO_LINE.test(text))) return false
  const inHeader = merges.some((merge) => merge.top === row.number && merge.bottom > merge.top)
  const groups = merges.some((merge) => merge.top === row.number && merge.bottom === merge.top)
  return inHeader || groups || titleCount(row, isTitle) > 0 || texts.some((text) => /信息|情况/u.test(text))
}

function extendDown(
  rows: readonly RosterRow[], anchor: number, top: number, merges: readonly MergedRange[], isTitle: TitleTest,
): number {
  let bottom = anchor
  for (let next = anchor + 1; next < rows.length && next <= anchor + 2; next++) {
    const row = rows[next]
    const previous = rows[next - 1]
    const first = rows[top]
    if (!row || !previous || !first || row.number !== previous.number + 1) break
    const covered = merges.some((merge) =>
      merge.top >= first.number && merge.top <= previous.number && merge.bottom >= row.number)
    if (!isLowerTitles(row, previous, isTitle) && !(covered && !textsOf(row).some(looksLikeId))) break
    bottom = next
  }
  return bottom
}

// 务工地点 and 月收入 under 务工信息: mostly known titles, one of them where the row above is empty, because
// its group title stands further left. A person under a full header has no such cell.
function isLowerTitles(row: RosterRow, previous: RosterRow, isTitle: TitleTest): boolean {
  const texts = textsOf(row)
  if (texts.length === 0 || texts.some((text) => /\d/u.test(text))) return false
  const known = titleCount(row, isTitle)
  const underGroup = row.cells.some((_, column) =>
    textAt(row, column) !== '' && textAt(previous, column) === '')
  return underGroup && known >= 1 && known >= texts.length / 2
}
