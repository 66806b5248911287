import { describe, expect, it } from 'vitest'
import type { CellInput } from '@anye/codes/parse/cell'
import { findLayout } from './layout.rules.ts'
import { kindOfRow } from './row-kind.rules.ts'
import { placeHintsOf, reportDateOf } from './place-hints.rules.ts'
import type { MergedRange, RosterRow } from './roster-row.rules.ts'

const sheet = (...lines: CellInput[][]): RosterRow[] =>
  lines.map((cells, index) => ({ number: index + 1, hidden: false, cells }))
const merge = (top: number, left: number, bottom: number, right: number): MergedRange =>
  ({ top, left, bottom, right })
const layoutOf = (rows: RosterRow[], merges: MergedRange[] = [], sheetName = 'Sheet1') =>
  findLayout({ sheetName, rows, merges })
const paths = (layout: ReturnType<typeof layoutOf>) => layout?.columns.map((column) => column.path.join('/'))

const ID = '522399199001010016'

describe('finding the table of a sheet', () => {
  it('reads one header row under a title and a line of remarks', () => {
    const layout = layoutOf(
      sheet(
        ['贵州省黔西南州贞丰县珉谷街道坡艾村2020年劳动力就业花名册'],
        ['填报单位:坡艾村村委会(盖章)', null, null, '填报日期:2020年3月15日'],
        ['序号', '姓名', '身份证号码', '与户主关系'],
        [1, '张三', ID, '户主'],
      ),
      [merge(1, 0, 1, 3)],
    )
    expect(layout).toMatchObject({ headerTop: 3, headerBottom: 3, reportDate: '2020-03-15' })
    expect(layout?.hints).toEqual({ county: '贞丰县', township: '珉谷街道', village: '坡艾村' })
    expect(paths(layout)).toEqual(['序号', '姓名', '身份证号码', '与户主关系'])
  })

  it('reads a two-row header by its merges', () => {
    const layout = layoutOf(
      sheet(
        ['花名册'],
        ['序号', '家庭成员信息', null, null, '务工信息', null],
        [null, '姓名', '证件号码', '性别', '务工地点', '月收入'],
        [1, '张三', ID, '男', '广东', 3000],
      ),
      [merge(1, 0, 1, 5), merge(2, 0, 3, 0), merge(2, 1, 2, 3), merge(2, 4, 2, 5)],
    )
    expect(layout).toMatchObject({ headerTop: 2, headerBottom: 3 })
    expect(paths(layout)).toEqual([
      '序号', '家庭成员信息/姓名', '家庭成员信息/证件号码', '家庭成员信息/性别', '务工信息/务工地点', '务工信息/月收入',
    ])
  })

  it('reads a three-row header', () => {
    const layout = layoutOf(
      sheet(
        ['户编号', '家庭成员情况', null, null, null],
        [null, '基本信息', null, '务工情况', null],
        [null, '姓名', '证件号码', '务工地点', '月收入'],
        ['H1', '张三', ID, '广东', 3000],
      ),
      [merge(1, 0, 3, 0), merge(1, 1, 1, 4), merge(2, 1, 2, 2), merge(2, 3, 2, 4)],
    )
    expect(layout).toMatchObject({ headerTop: 1, headerBottom: 3 })
    expect(paths(layout)?.[4]).toBe('家庭成员情况/务工情况/月收入')
  })

  it('reads a two-row header of a .csv, which has no merges', () => {
    const layout = layoutOf(
      sheet(
        ['序号', '户编号', '家庭成员信息', '', '', '务工信息', ''],
        ['', '', '姓名', '证件号码', '性别', '务工地点', '月收入'],
        ['1', 'H1', '张三', ID, '男', '广东', '3000'],
      ),
    )
    expect(layout).toMatchObject({ headerTop: 1, headerBottom: 2 })
    expect(paths(layout)).toEqual([
      '序号', '户编号', '家庭成员信息/姓名', '家庭成员信息/证件号码', '家庭成员信息/性别', '务工信息/务工地点', '务工信息/月收入',
    ])
  })

  it('does not take the first person for a second header row', () => {
    const layout = layoutOf(sheet(['姓名', '证件号码', '与户主关系'], ['张三', '', '户主'], ['李四', ID, '之子']))
    expect(layout).toMatchObject({ headerTop: 1, headerBottom: 1 })
  })

  it('numbers two columns under one title', () => {
    const layout = layoutOf(sheet(['姓名', '证件号码', '联系电话', '联系电话'], ['张三', ID, '1', '2']))
    expect(layout?.columns.map((column) => column.key)).toEqual(['姓名', '证件号码', '联系电话', '联系电话#2'])
  })

  it('finds unknown titles over a row with an ID, so that a person can map them', () => {
    const layout = layoutOf(sheet(['某表'], ['甲方', '乙方', '丙方'], ['张三', ID, '5']))
    expect(layout).toMatchObject({ headerTop: 2 })
  })

  it('finds no table in a page of instructions', () => {
    expect(layoutOf(sheet(['填表说明'], ['1. 姓名按身份证填写。'], ['2. 证件号码为18位。']))).toBeUndefined()
    expect(layoutOf([])).toBeUndefined()
  })
})

describe('what stands above the table', () => {
  it('names places at any level and no others', () => {
    expect(placeHintsOf('民族村')).toEqual({ village: '民族村' })
    expect(placeHintsOf('《兴义市郑屯镇民族村花名册》')).toEqual({
      county: '兴义市', township: '郑屯镇', village: '民族村',
    })
    expect(placeHintsOf('填报单位:三宝彝族乡人民政府')).toEqual({ township: '三宝彝族乡' })
    expect(placeHintsOf('义龙新区顶效街道')).toEqual({ county: '义龙新区', township: '顶效街道' })
    expect(placeHintsOf('全县各乡镇劳动力就业情况统计表')).toEqual({})
    expect(placeHintsOf('Sheet1')).toEqual({})
  })

  it('reads the day, or the last day of a month', () => {
    expect(reportDateOf('填报日期:2020年3月15日')).toBe('2020-03-15')
    expect(reportDateOf('填报时间:2020.02')).toBe('2020-02-29')
    expect(reportDateOf('2020年度花名册')).toBeUndefined()
  })
})

describe('what a row is', () => {
  const rows = sheet(['序号', '户编号', '姓名', '证件号码', '备注'], [1, 'H1', '张三', ID, null])
  const layout = layoutOf(rows)
  const kind = (...cells: CellInput[]) => {
    if (!layout) throw new Error('no layout')
    return kindOfRow({ number: 9, hidden: false, cells }, layout, { seq: 0, name: 2, idNo: 3, facts: [2, 3, 4] })
  }

  it('tells persons from everything else a printed form holds', () => {
    expect(kind(1, 'H1', '张三', ID)).toBe('data')
    expect(kind(1, 'H1', '张三', null)).toBe('data')
    expect(kind(null, null, null, ID)).toBe('data')
    expect(kind('序号', '户编号', '姓名', '证件号码', '备注')).toBe('header')
    expect(kind(1, 2, 3, 4, 5)).toBe('numbering')
    expect(kind('小 计', null, 12)).toBe('subtotal')
    expect(kind(null, null, '合计', null, '12人')).toBe('subtotal')
    expect(kind('填表人:王五', null, null, '审核人:赵六')).toBe('footer')
    expect(kind('备注:本表一式三份')).toBe('footer')
    expect(kind('郑屯镇民族村花名册')).toBe('title')
    expect(kind('例', 'H0', '张三', ID)).toBe('example')
    expect(kind(7, 'H7', null, null)).toBe('blank')
    expect(kind(null, ' ')).toBe('blank')
  })
})
