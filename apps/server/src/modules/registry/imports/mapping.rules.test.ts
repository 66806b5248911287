import { describe, expect, it } from 'vitest'
import { RosterMapping } from '@anye/contract/registry/imports/roster-mapping'
import { headerColumns, type RosterColumn } from './header-columns.rules.ts'
import { headerFingerprint, mappingOf, proposeMapping, titlesOfMapping } from './mapping.rules.ts'

const columnsOf = (...titles: string[]): RosterColumn[] =>
  headerColumns([{ number: 1, hidden: false, cells: titles }], [])
const fields = (mapping: ReturnType<typeof proposeMapping>) => mapping.columns.map((column) => column.field)

describe('proposing a mapping', () => {
  it('recognises renamed and reordered columns', () => {
    const proposed = proposeMapping(columnsOf('联系方式', '身份证号', '姓 名', '务工单位', '学历'))
    expect(fields(proposed)).toEqual(['phone', 'idNo', 'name', 'employer', 'education'])
    expect(proposed.missing).toEqual([])
  })

  it('lists columns nobody knows and required fields nobody has', () => {
    const proposed = proposeMapping(columnsOf('姓名', '是否加入微信群', '性别'))
    expect(proposed.unmapped.map((column) => column.key)).toEqual(['是否加入微信群'])
    expect(proposed.missing).toEqual(['idNo'])
  })

  it('gives a field to the surest column and reports the other as a conflict', () => {
    const proposed = proposeMapping(columnsOf('联系电话', '姓名', '证件号码', '手机号码'))
    expect(fields(proposed)).toEqual(['phone', 'name', 'idNo', null])
    expect(proposed.conflicts).toMatchObject([{ key: '手机号码', conflictWith: 0 }])
  })

  it('gives an address of registration to the person when the village has a column of its own, wherever it stands', () => {
    expect(fields(proposeMapping(columnsOf('户籍地址', '村', '姓名', '证件号码')))).toEqual(['registerDivision', 'village', 'name', 'idNo'])
    expect(fields(proposeMapping(columnsOf('村', '户籍地址', '姓名', '证件号码')))).toEqual(['village', 'registerDivision', 'name', 'idNo'])
    const alone = proposeMapping(columnsOf('户籍地址', '姓名', '证件号码'))
    expect([fields(alone), alone.conflicts]).toEqual([['village', 'name', 'idNo'], []])
  })

  it('obeys the mapping of a person before any header', () => {
    const mapping = { columns: { '户信息/备 注': 'room' as const, 微信: 'phone' as const, 联系电话: null } }
    const proposed = proposeMapping(columnsOf('姓名', '证件号码', '联系电话', '微信'), mapping)
    expect(fields(proposed)).toEqual(['name', 'idNo', null, 'phone'])
    expect(proposed.columns[3]).toMatchObject({ source: 'mapping', confidence: 1 })
    expect(titlesOfMapping(mapping).has('备注')).toBe(true)
  })

  it('takes a column that somebody left out as answered, not as unknown', () => {
    const columns = columnsOf('姓名', '证件号码', '是否加入微信群')
    expect(proposeMapping(columns).columns[2]).toMatchObject({ field: null, source: 'none' })
    const confirmed = mappingOf(proposeMapping(columns).columns)
    expect(proposeMapping(columns, confirmed).columns[2]).toMatchObject({ field: null, source: 'mapping', confidence: 1 })
  })

  it('reads where somebody works from 地点 below a title of work', () => {
    const below = headerColumns([
      { number: 1, hidden: false, cells: ['姓名', '证件号码', '务工情况'] },
      { number: 2, hidden: false, cells: [null, null, '地点'] },
    ], [])
    expect(fields(proposeMapping(below))).toEqual(['name', 'idNo', 'place'])
  })

  it('gives the second column of a title to its numbered key', () => {
    const proposed = proposeMapping(columnsOf('姓名', '证件号码', '电话', '电话'), {
      columns: { 电话: 'hhPhone', '电话#2': 'phone' },
    })
    expect(fields(proposed)).toEqual(['name', 'idNo', 'hhPhone', 'phone'])
  })

  it('remembers a confirmed mapping for the same titles in another order', () => {
    const first = columnsOf('姓名', '证件号码', '微信')
    const second = columnsOf('微信', '* 姓 名', '证件号码')
    expect(headerFingerprint(first)).toBe(headerFingerprint(second))
    expect(headerFingerprint(first)).not.toBe(headerFingerprint(columnsOf('姓名', '证件号码')))
    const confirmed = mappingOf(proposeMapping(first, { columns: { 微信: 'phone' } }).columns)
    expect(RosterMapping.parse(JSON.parse(JSON.stringify(confirmed)))).toEqual(confirmed)
    expect(fields(proposeMapping(second, confirmed))).toEqual(['phone', 'name', 'idNo'])
  })
})
