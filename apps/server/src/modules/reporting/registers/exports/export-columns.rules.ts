import { EDUCATION } from '@anye/codes/education'
import { ETHNIC } from '@anye/codes/ethnic'
import { HOUSEHOLD_TYPE } from '@anye/codes/household-type'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { POPULATION_CLASS } from '@anye/codes/population-class'
import { RELATION } from '@anye/codes/relation'
import { SEX } from '@anye/codes/sex'
import { labelOf, type CodeList } from '@anye/codes/code-list'
import type { HouseholdRow } from '@anye/contract/registry/households/endpoints'
import type { PersonRow } from '@anye/contract/registry/persons/person'
import type { SheetColumn } from '../../../../platform/sheets/write-workbook.ts'
import type { Cell } from '../../../../platform/sheets/types.ts'

/** A column that may be chosen: its key is the field of the row in the list, so list and file speak of the same. */
export type ExportColumn<Row> = SheetColumn & { key: keyof Row & string; cell: (row: Row) => Cell }

const WORK_LABELS: Record<NonNullable<PersonRow['work']>, string> = {
  employed_stable: '稳定就业', employed: '已就业', to_verify: '待核实', unemployed: '未就业', exempt: '暂不能就业',
}

const label = (list: CodeList, code: string | null): Cell => (code === null ? null : labelOf(list, code))
const yes = (value: boolean): Cell => (value ? '是' : '否')

/** Columns of an export of persons, in the order of the sheet. The row is already masked for the asker. */
export const PERSON_EXPORT: readonly ExportColumn<PersonRow>[] = [
  { key: 'place', title: '乡镇村', width: 24, cell: (row) => row.place },
  { key: 'groupName', title: '村民小组', cell: (row) => row.groupName },
  { key: 'name', title: '姓名', cell: (row) => row.name },
  { key: 'sex', title: '性别', cell: (row) => label(SEX, row.sex) },
  { key: 'age', title: '年龄', kind: 'number', cell: (row) => row.age },
  { key: 'idMasked', title: '证件号码后四位', kind: 'id', width: 16, cell: (row) => row.idMasked },
  { key: 'relation', title: '与户主关系', cell: (row) => label(RELATION, row.relation) },
  { key: 'phoneMasked', title: '联系电话', kind: 'id', width: 14, cell: (row) => row.phoneMasked },
  { key: 'householdType', title: '户类型', width: 16, cell: (row) => label(HOUSEHOLD_TYPE, row.householdType) },
  { key: 'resettled', title: '易地扶贫搬迁', cell: (row) => yes(row.resettled) },
  { key: 'ethnic', title: '民族', cell: (row) => label(ETHNIC, row.ethnic) },
  { key: 'education', title: '文化程度', cell: (row) => label(EDUCATION, row.education) },
  { key: 'labourSkill', title: '劳动技能', width: 14, cell: (row) => label(LABOUR_SKILL, row.labourSkill) },
  { key: 'popClass', title: '人口资源分类', width: 14, cell: (row) => label(POPULATION_CLASS, row.popClass) },
  { key: 'hukouElsewhere', title: '户籍地(常住成员)', width: 20, cell: (row) => row.hukouElsewhere },
  { key: 'work', title: '就业状态', cell: (row) => (row.work === null ? null : WORK_LABELS[row.work]) },
  { key: 'employer', title: '就业单位', width: 26, cell: (row) => row.employer },
  { key: 'workPlace', title: '就业地点', width: 20, cell: (row) => row.workPlace },
  { key: 'wageMonthly', title: '月收入(元)', kind: 'number', cell: (row) => row.wageMonthly },
  { key: 'wageBand', title: '月收入档(元)', width: 14, cell: (row) => row.wageBand },
]

/** Columns of an export of households, in the order of the sheet. */
export const HOUSEHOLD_EXPORT: readonly ExportColumn<HouseholdRow>[] = [
  { key: 'hhNo', title: '户编号', kind: 'id', width: 16, cell: (row) => row.hhNo },
  { key: 'place', title: '乡镇村', width: 24, cell: (row) => row.place },
  { key: 'groupName', title: '村民小组', cell: (row) => row.groupName },
  { key: 'headName', title: '户主', cell: (row) => row.headName },
  { key: 'type', title: '户类型', width: 16, cell: (row) => label(HOUSEHOLD_TYPE, row.type) },
  { key: 'resettled', title: '易地扶贫搬迁', cell: (row) => yes(row.resettled) },
  { key: 'members', title: '家庭人口', kind: 'number', cell: (row) => row.members },
  { key: 'labourers', title: '劳动力', kind: 'number', cell: (row) => row.labourers },
  { key: 'available', title: '可就业劳动力', kind: 'number', cell: (row) => row.available },
  { key: 'employed', title: '已就业', kind: 'number', cell: (row) => row.employed },
  { key: 'stable', title: '稳定就业', kind: 'number', cell: (row) => row.stable },
  { key: 'zero', title: '零就业家庭', cell: (row) => yes(row.zero) },
  { key: 'zeroSince', title: '零就业起始日', kind: 'date', cell: (row) => row.zeroSince },
  { key: 'special', title: '特殊户', cell: (row) => yes(row.special) },
  { key: 'contactName', title: '包保联系干部', width: 14, cell: (row) => row.contactName },
]

/** The chosen columns in the sheet's own order, all of them when none was chosen; undefined when a key is unknown. */
export function pickColumns<Row>(all: readonly ExportColumn<Row>[], keys: readonly string[]): readonly ExportColumn<Row>[] | undefined {
  if (keys.some((key) => !all.some((column) => column.key === key))) return undefined
  return keys.length === 0 ? all : all.filter((column) => keys.includes(column.key))
}
