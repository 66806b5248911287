import type { RosterFieldKey } from '@anye/contract/registry/imports/roster-fields'
import { addMonths, dayNumber } from '@anye/kernel/calendar-date'
import type { DemoEpisode, DemoHousehold, DemoPerson, HouseholdType, PrefectureOptions } from '../model.ts'
import type { Era } from '../profile.ts'
import type { RosterStyle } from './styles.ts'

export type Cell = string | number | null
export type RosterRow = Record<RosterFieldKey, Cell>

const TYPE_LABELS: Record<Era, Record<HouseholdType, string>> = {
  '2020': {
    '01': '建档立卡未脱贫户',
    '02': '已脱贫户',
    '03': '脱贫监测户',
    '04': '边缘户',
    '05': '突发严重困难户',
    '06': '一般农户',
    '07': '城镇户',
  },
  today: {
    '01': '建档立卡未脱贫户',
    '02': '脱贫户',
    '03': '脱贫不稳定户',
    '04': '边缘易致贫户',
    '05': '突发严重困难户',
    '06': '一般农户',
    '07': '城镇户',
  },
}
const STATUS: Record<DemoEpisode['area'], string> = {
  out_of_province: '省外务工', province: '县外省内务工', county: '乡(镇)外县内务工', township: '乡(镇)内务工', post: '公益性岗位',
}
const NUMERALS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四']
// Excel's day 0 before 1970-01-01.
const EXCEL_EPOCH = 25_569

/** A date as the office writes it. */
export function dateCell(date: string | undefined, style: RosterStyle): Cell {
  if (date === undefined) return null
  const [year = '', month = '', day = ''] = date.split('-')
  switch (style.dates) {
    case 'iso': return date
    case 'dots': return `${year}.${Number(month)}.${Number(day)}`
    case 'slashes': return `${year}/${month}/${day}`
    case 'digits': return year + month + day
    case 'chinese': return `${year}年${Number(month)}月${Number(day)}日`
    case 'serial': return dayNumber(date) + EXCEL_EPOCH
  }
}

function groupCell(group: number, style: RosterStyle): string {
  const numeral = NUMERALS[group] ?? String(group)
  return style.group === 'digits' ? `${group}组` : style.group === 'ordinal' ? `第${numeral}组` : `${numeral}组`
}

/** The clean row of one member, in the office's own words; dirt comes later. */
export function rosterRow(
  household: DemoHousehold,
  person: DemoPerson,
  style: RosterStyle,
  options: PrefectureOptions,
): RosterRow {
  return {
    ...householdCells(household, style, options.era),
    ...personCells(household, person, style),
    ...workCells(person, style, options),
  }
}

type HouseholdKey =
  | 'hhNo'
  | 'headName'
  | 'county'
  | 'township'
  | 'village'
  | 'group'
  | 'hhType'
  | 'hhAttr'
  | 'resettled'
  | 'resettleYear'
  | 'site'
  | 'room'
  | 'cause'
  | 'perCapitaIncome'
  | 'landMu'
  | 'hhPhone'
  | 'contactName'
  | 'gridName'

function householdCells(
  household: DemoHousehold,
  style: RosterStyle,
  era: Era,
): Pick<RosterRow, HouseholdKey> {
  const { village } = household
  const [yes, no] = style.yes
  return {
    hhNo: household.no,
    headName: household.members[0]?.name ?? null,
    county: style.name,
    township: village.township,
    village: village.name,
    group: groupCell(household.group, style),
    hhType: TYPE_LABELS[era][household.type],
    hhAttr: household.attribute,
    resettled: household.site === undefined ? no : yes,
    resettleYear: household.resettledYear ?? null,
    site: household.site?.name ?? null,
    room: household.room ?? null,
    cause: household.causes.join('、') || null,
    perCapitaIncome: household.income,
    landMu: household.landMu === 0 ? null : household.landMu,
    hhPhone: household.phone,
    contactName: household.contact,
    gridName: household.grid,
  }
}

type PersonKey =
  | 'seq'
  | 'personNo'
  | 'name'
  | 'idNo'
  | 'sex'
  | 'birth'
  | 'ethnic'
  | 'relation'
  | 'education'
  | 'inSchool'
  | 'health'
  | 'disability'
  | 'labourSkill'
  | 'registerDivision'
  | 'popClass'
  | 'marital'
  | 'political'
  | 'phone'
  | 'dibao'
  | 'tekun'
  | 'bankNo'
  | 'skills'
  | 'intent'

function personCells({ village }: DemoHousehold, person: DemoPerson, style: RosterStyle): Pick<RosterRow, PersonKey> {
  const [yes, no] = style.yes
  return {
    seq: null,
    personNo: person.no,
    name: person.name,
    idNo: person.idNo,
    sex: person.sex,
    birth: dateCell(person.birth, style),
    ethnic: style.bareEthnic ? person.ethnic.replace(/族$/u, '') : person.ethnic,
    relation: style.bareRelation ? person.relation.replace(/^之/u, '') : person.relation,
    education: person.education ?? null,
    inSchool: person.inSchool ?? null,
    health: person.health,
    disability: person.disability ?? null,
    labourSkill: person.labourSkill,
    registerDivision: person.hukou ?? style.name + village.township + village.name,
    popClass: person.popClass,
    marital: person.marital,
    political: person.political,
    phone: person.phone ?? null,
    dibao: person.dibao ? yes : no,
    tekun: person.tekun ? yes : no,
    bankNo: person.bankNo ?? null,
    skills: person.skills ?? null,
    intent: person.intent ?? null,
  }
}

function workCells(
  person: DemoPerson,
  style: RosterStyle,
  { asOf }: PrefectureOptions,
): Omit<RosterRow, HouseholdKey | PersonKey> {
  const { work, training, exemption } = person
  const job = work?.current
  const rest = {
    training: training?.name ?? null,
    trainingOn: dateCell(training?.on, style),
    remark: exemption === undefined ? null : `暂不能就业:${exemption},至${addMonths(asOf, 3)}`,
  }
  if (job === undefined) return { ...WITHOUT_JOB, workStatus: work === undefined ? null : work.idle, ...rest }
  const [yes, no] = style.yes
  return {
    workStatus: STATUS[job.area],
    employer: job.employer,
    uscc: job.uscc ?? null,
    occupation: job.occupation,
    industry: job.industry,
    place: job.place,
    workFrom: dateCell(job.from, style),
    workTo: null,
    months: monthsThisYear(job, asOf),
    wage: job.wage,
    channel: job.channel,
    organised: job.organised ? yes : no,
    form: job.form,
    contract: job.contract.kind,
    contractFrom: dateCell(job.contract.from, style),
    contractTo: dateCell(job.contract.to, style),
    gainType: job.gainType,
    postType: job.postType ?? null,
    verifiedOn: dateCell(job.verifiedOn, style),
    verifyMethod: job.verifyMethod,
    ...rest,
  }
}

const WITHOUT_JOB = {
  employer: null,
  uscc: null,
  occupation: null,
  industry: null,
  place: null,
  workFrom: null,
  workTo: null,
  months: null,
  wage: null,
  channel: null,
  organised: null,
  form: null,
  contract: null,
  contractFrom: null,
  contractTo: null,
  gainType: null,
  postType: null,
  verifiedOn: null,
  verifyMethod: null,
}

/** Whole months in the present job this year, at least one: a place without months is refused (V10). */
function monthsThisYear(job: DemoEpisode, asOf: string): number {
  const start = job.from > `${asOf.slice(0, 4)}-01-01` ? job.from : `${asOf.slice(0, 4)}-01-01`
  return Math.max(1, Math.min(12, Math.round((dayNumber(asOf) - dayNumber(start)) / 30.4)))
}
