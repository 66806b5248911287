import { assertNever, must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'

/** Periods with their own official vocabulary: the campaign, the transition, the merged departments. */
export type Era = '2020' | '2021' | '2023'

/** Terms whose label changes with the era. Code never branches on the label. */
export type EraTerm = keyof typeof LABELS

// The transition began with 2021; 乡村振兴局 was merged into 农业农村局 in the course of 2023.
const ERA_STARTS: readonly (readonly [CalendarDate, Era])[] = [['2023-01-01', '2023'], ['2021-01-01', '2021']]

const LABELS = {
  poor: { 2020: '贫困', 2021: '脱贫（监测）', en: 'poor' },
  assistance: { 2020: '扶贫', 2021: '帮扶', en: 'assistance' },
  employment_assistance: { 2020: '就业扶贫', 2021: '就业帮扶', en: 'employment assistance' },
  poor_household: { 2020: '贫困户', 2021: '脱贫户', en: 'poor household' },
  registered_household: { 2020: '建档立卡贫困户', 2021: '脱贫户', en: 'registered poor household' },
  poor_labourer: { 2020: '贫困劳动力', 2021: '脱贫劳动力', en: 'poor labourer' },
  edge_household: { 2020: '边缘户', 2021: '边缘易致贫户', en: 'edge household' },
  watched_household: { 2020: '脱贫监测户', 2021: '监测对象', en: 'household under watch' },
  workshop: { 2020: '就业扶贫车间', 2021: '就业帮扶车间', en: 'employment workshop' },
  poverty_office: { 2020: '扶贫办', 2021: '乡村振兴局', 2023: '农业农村局', en: 'poverty office' },
  resettlement: { 2020: '易地扶贫搬迁', 2021: '易地搬迁', en: 'resettlement' },
  resettled_household: { 2020: '新市民', 2021: '易地搬迁群众', en: 'resettled household' },
  counterpart_city: { 2020: '对口帮扶城市', 2021: '协作城市', en: 'counterpart city' },
  campaign: { 2020: '脱贫攻坚', 2021: '巩固拓展脱贫攻坚成果', en: 'campaign' },
  public_post: { 2020: '公益性岗位', 2021: '乡村公益性岗位', en: 'public-welfare post' },
} as const satisfies Record<string, { 2020: string; 2021: string; 2023?: string; en: string }>

/** The era a day belongs to. */
export function eraOn(date: CalendarDate): Era {
  return ERA_STARTS.find(([start]) => date >= start)?.[1] ?? '2020'
}

/** The official Chinese label of a term in an era, e.g. `label('poor_household', '2020')` is 贫困户. */
export function label(term: EraTerm, era: Era): string {
  const labels: { 2020: string; 2021: string; 2023?: string } = LABELS[term]
  switch (era) {
    case '2020': return labels[2020]
    case '2021': return labels[2021]
    case '2023': return labels[2023] ?? labels[2021]
    default: return assertNever(era)
  }
}

/** A text with the words of an era in the places that it leaves for them: `{era.poor}户` is 贫困户 in 2020. */
export function inEra(text: string, era: Era): string {
  return text.replace(/\{era\.(\w+)\}/g, (_slot, term: string) =>
    label(must(isTerm(term) ? term : undefined, `No term ${term} has labels by era`), era))
}

function isTerm(term: string): term is EraTerm {
  return Object.hasOwn(LABELS, term)
}

/** The English label, the same in every era. */
export function englishLabel(term: EraTerm): string {
  return LABELS[term].en
}
