import { compactText } from '@anye/kernel/text'
import { ROSTER_FIELDS, type RosterField, type RosterFieldKey, type RosterLevel } from './roster-fields.ts'

/**
 * A field a header may stand for. Confidence ≥ 0.9 is a known title, below it is a resemblance to confirm.
 */
export type HeaderMatch = { field: RosterFieldKey; confidence: number }

const BRACKETED = /[([{【〔〈][^)\]}】〕〉]*[)\]}】〕〉]/gu
const NOISE = /[\p{P}\p{S}\p{Z}\p{C}]/gu

// A title with one of these words states a fact of somebody else, even when it ends like a known one
// (帮扶干部联系电话 is not the worker's phone), unless the known title has the same word.
const OTHERS = /户主|干部|帮扶|包保|包户|网格|负责人|监护|紧急|配偶|父亲|母亲|村长|支书|法人|企业|单位/u

const LEVEL_WORDS: readonly [RosterLevel, RegExp][] = [
  ['household', /户主|户信息|家庭基本|家庭信息|户情况|基本户|搬迁|安置|户籍地|住址|包保|帮扶/u],
  ['work', /务工|就业|工作|合同|单位|企业|培训|核实|核查/u],
  ['person', /成员|个人|人员|劳动力|本人|人口/u],
]

/** A title without spaces, punctuation and marks: `* 务工时间（月）` is `务工时间月`. */
export function normaliseHeader(text: string): string {
  return compactText(text).replace(NOISE, '').toUpperCase()
}

// 务工时间(月): the unit in brackets is part of the title for one office and a remark for another.
function formsOf(text: string): readonly string[] {
  const full = normaliseHeader(text)
  const bare = normaliseHeader(compactText(text).replace(BRACKETED, ''))
  return bare === '' || bare === full ? [full] : [full, bare]
}

type Known = { field: RosterField & { key: RosterFieldKey }; title: string }
type KnownPath = Known & { above: string }

const TITLES: Known[] = []
const PATHS: KnownPath[] = []
for (const field of ROSTER_FIELDS) {
  for (const title of formsOf(field.zh)) TITLES.push({ field, title })
  for (const synonym of field.synonyms) {
    const [above, below] = synonym.split('/')
    if (above && below) PATHS.push({ field, above: normaliseHeader(above), title: normaliseHeader(below) })
    else TITLES.push({ field, title: normaliseHeader(synonym) })
  }
}
const BY_TITLE: ReadonlyMap<string, Known> = new Map(TITLES.toReversed().map((known) => [known.title, known]))

// In a sheet without another column for the village 户籍地址 is where the household lives, beside one where the person is registered.
const SHARED: ReadonlyMap<string, string> = new Map([['户籍地址', '户籍地']])

const LOWER_TITLES: ReadonlySet<string> = new Set(PATHS.map((known) => known.title))

/** True for a cell that is, word for word, a title of the standard roster or a synonym of one. */
export function isKnownTitle(text: string): boolean {
  return formsOf(text).some((form) => BY_TITLE.has(form) || LOWER_TITLES.has(form))
}

/**
 * The fields a header may stand for, best first. `path` holds the titles from the top header row down,
 * e.g. `['家庭成员信息', '姓名']`.
 */
export function matchHeader(path: readonly string[]): readonly HeaderMatch[] {
  const leaf = path.at(-1)
  if (leaf === undefined || normaliseHeader(leaf) === '') return []
  const above = normaliseHeader(path.slice(0, -1).join(''))
  const best = new Map<RosterFieldKey, number>()
  const offer = ({ field }: Known, confidence: number) => {
    const weighed = confidence - contextPenalty(field.level, above)
    best.set(field.key, Math.max(weighed, best.get(field.key) ?? 0))
  }
  const forms = formsOf(leaf)
  for (const known of PATHS) {
    if (above.includes(known.above) && forms.includes(known.title)) offer(known, 0.99)
  }
  forms.forEach((form, index) => {
    const known = BY_TITLE.get(form)
    const second = BY_TITLE.get(SHARED.get(form) ?? '')
    if (known) offer(known, second ? 0.92 : index === 0 ? 0.97 : 0.95)
    if (second) offer(second, 0.91)
    const joined = BY_TITLE.get(above + form)
    if (joined && above !== '') offer(joined, 0.98)
  })
  if (best.size === 0) offerResemblances(forms, offer)
  return [...best]
    .map(([field, confidence]) => ({ field, confidence: Math.round(confidence * 100) / 100 }))
    .sort((left, right) => right.confidence - left.confidence)
}

// A group title of another level does not forbid a field (务工信息 often covers 联系电话), it makes it doubtful.
// Under 户主信息 or 包保干部 an ID or a phone is that person's, never each member's: out of reach.
function contextPenalty(level: RosterLevel, above: string): number {
  if (level === 'person' && /户主|干部|包保|帮扶|网格/u.test(above)) return 0.5
  const context = LEVEL_WORDS.find(([, words]) => words.test(above))?.[0]
  return context === undefined || context === level ? 0 : 0.15
}

const MIN_RESEMBLANCE = 3

function offerResemblances(forms: readonly string[], offer: (known: Known, confidence: number) => void) {
  const form = forms.at(-1) ?? ''
  if (form.length < MIN_RESEMBLANCE) return
  for (const known of TITLES) {
    if (known.title.length < MIN_RESEMBLANCE || othersWord(form) !== othersWord(known.title)) continue
    const [short, long] = form.length < known.title.length ? [form, known.title] : [known.title, form]
    if (long.includes(short)) offer(known, 0.55 + 0.3 * (short.length / long.length))
  }
}

function othersWord(title: string): string {
  return OTHERS.exec(title)?.[0] ?? ''
}
