import { YILONG } from '@anye/codes/data/divisions-units'
import { ROSTER_FIELDS } from '@anye/contract/registry/imports/roster-fields'
import type { RosterFieldKey, RosterLevel } from '@anye/contract/registry/imports/roster-fields'

/** How one reporting unit keeps its rosters: nine offices, nine habits (DOMAIN §3.3). */
export type RosterStyle = {
  /** GB county code, or 5223-YL for 义龙新区. */
  unit: string
  /** What stands in the county column and in file names. */
  name: string
  format: 'xlsx' | 'xls' | 'csv'
  encoding: 'utf8-bom' | 'gb18030'
  /** One sheet per village, or one per township. */
  sheetPer: 'village' | 'township'
  /** A row of captions (家庭情况, 成员情况, 务工情况) above the titles. */
  twoRowHeader: boolean
  titleRows: 0 | 1 | 2
  mergedHouseholds: boolean
  subtotals: 'none' | 'total' | 'groups'
  footer: boolean
  order: readonly RosterLevel[]
  left: readonly RosterFieldKey[]
  titles: Partial<Record<RosterFieldKey, string>>
  /** Columns that the office does not keep. */
  without: readonly RosterFieldKey[]
  dates: 'iso' | 'dots' | 'slashes' | 'digits' | 'chinese' | 'serial'
  yes: readonly [string | null, string | null]
  group: 'chinese' | 'digits' | 'ordinal'
  bareEthnic: boolean
  bareRelation: boolean
}

const BASE: Omit<RosterStyle, 'unit' | 'name'> = {
  format: 'xlsx',
  encoding: 'utf8-bom',
  sheetPer: 'village',
  twoRowHeader: false,
  titleRows: 2,
  mergedHouseholds: true,
  subtotals: 'none',
  footer: true,
  order: ['household', 'person', 'work'],
  left: ['seq'],
  titles: {},
  without: ['registerDivision'],
  dates: 'iso',
  yes: ['是', '否'],
  group: 'chinese',
  bareEthnic: false,
  bareRelation: false,
}

/** The nine styles; order as in DOMAIN §9, 义龙新区 last. */
export const ROSTER_STYLES: readonly RosterStyle[] = [
  { ...BASE, unit: '522301', name: '兴义市', without: [] },
  {
    ...BASE,
    unit: '522302',
    name: '兴仁县',
    sheetPer: 'township',
    twoRowHeader: true,
    dates: 'dots',
    group: 'digits',
    subtotals: 'total',
    titles: {
      idNo: '身份证号码',
      relation: '与户主的关系',
      phone: '手机号码',
      contactName: '帮扶责任人',
      place: '务工所在地',
      education: '学历',
      wage: '月工资',
    },
  },
  {
    ...BASE,
    unit: '522323',
    name: '普安县',
    format: 'xls',
    sheetPer: 'township',
    titleRows: 1,
    dates: 'slashes',
    bareEthnic: true,
    titles: {
      village: '行政村',
      group: '组别',
      idNo: '公民身份号码',
      employer: '工作单位',
      occupation: '岗位',
      wage: '月薪',
      perCapitaIncome: '人均纯收入',
    },
  },
  {
    ...BASE,
    unit: '522324',
    name: '晴隆县',
    format: 'csv',
    encoding: 'gb18030',
    sheetPer: 'township',
    titleRows: 0,
    mergedHouseholds: false,
    footer: false,
    dates: 'digits',
    bareRelation: true,
    titles: {
      hhNo: '户编码',
      township: '乡镇',
      village: '村',
      idNo: '身份证号',
      phone: '联系方式',
      place: '就业地点',
    },
  },
  {
    ...BASE,
    unit: '522325',
    name: '贞丰县',
    subtotals: 'groups',
    dates: 'chinese',
    group: 'ordinal',
    yes: ['有', '无'],
    titles: {
      hhType: '农户类型',
      name: '家庭成员姓名',
      idNo: '成员证件号码',
      workStatus: '就业状态',
      workFrom: '就业时间',
      workTo: '离职时间',
      channel: '输出方式',
    },
  },
  {
    ...BASE,
    unit: '522326',
    name: '望谟县',
    twoRowHeader: true,
    subtotals: 'total',
    dates: 'iso',
    bareRelation: true,
    without: [],
    titles: {
      hhNo: '户编号',
      registerDivision: '户口所在地',
      phone: '本人电话',
      hhPhone: '家庭联系电话',
      contactName: '包保干部',
      gridName: '网格员姓名',
      skills: '特长',
      training: '是否参加培训',
    },
  },
  {
    ...BASE,
    unit: '522327',
    name: '册亨县',
    sheetPer: 'township',
    titleRows: 1,
    dates: 'serial',
    yes: ['√', null],
    bareEthnic: true,
    titles: {
      county: '县',
      township: '乡镇街道',
      village: '村(居)',
      labourSkill: '劳动能力',
      health: '身体状况',
      employer: '务工单位',
      industry: '所属行业',
    },
  },
  {
    ...BASE,
    unit: '522328',
    name: '安龙县',
    mergedHouseholds: false,
    order: ['person', 'household', 'work'],
    left: ['seq', 'hhNo'],
    dates: 'dots',
    yes: ['1', '0'],
    without: [],
    titles: {
      seq: '编号',
      registerDivision: '户籍所在地',
      name: '人员姓名',
      idNo: '身份证件号码',
      headName: '户主',
      organised: '有组织输出',
      verifiedOn: '走访日期',
      verifyMethod: '走访方式',
    },
  },
  {
    ...BASE,
    unit: YILONG,
    name: '义龙新区',
    twoRowHeader: true,
    order: ['household', 'work', 'person'],
    left: ['seq', 'name', 'idNo'],
    group: 'digits',
    titles: {
      county: '县市新区',
      idNo: '居民身份证号码',
      room: '楼栋',
      site: '安置小区',
      uscc: '信用代码',
      gainType: '返岗增岗稳岗',
      months: '务工月数',
    },
  },
]

/** Columns of a style from left to right. */
export function columnsOf(style: RosterStyle): readonly RosterFieldKey[] {
  const rest = style.order.flatMap((level) =>
    ROSTER_FIELDS.filter(
      ({ level: of, key }) => of === level && !style.left.includes(key) && !style.without.includes(key),
    ).map(({ key }) => key),
  )
  return [...style.left, ...rest]
}
