import { describe, expect, it } from 'vitest'
import { checkContents, checkRows } from './testing/roster-checks.ts'
import { aHead, aWife, sheetOf } from './testing/roster-rows.ts'

/** What a wife's 户籍地 is read as, in a household of 兴义市郑屯镇民族村 (522301112204). */
async function registered(text: string | null) {
  const { households, codes } = await checkRows([aHead(), aWife({ registerDivision: text })])
  return { code: households[0]?.persons[1]?.draft.registerDivision, codes }
}

describe('where a person is registered', () => {
  it.each([
    ['广西壮族自治区百色市隆林各族自治县', '451031'], ['广西隆林', '451031'], ['广西隆林县蛇场乡新寨村三组', '451031'], ['浙江义乌', '330782'],
    ['云南省曲靖市', '530300'], ['四川', '510000'], ['贵州省安顺市镇宁县', '520423'], ['451031', '451031'], ['451031201203', '451031'],
  ])('outside the prefecture: %s is %s, as far as it is written', async (text, code) => {
    expect(await registered(text)).toEqual({ code, codes: [] })
  })
  it.each([
    ['兴义市郑屯镇民族村', '522301112204'], ['贵州省黔西南州兴义市郑屯镇民族村三组', '522301112204'], ['民族村', '522301112204'],
    ['522301112204', '522301112204'], ['望谟县', '522326'], ['望谟县乐元镇', '522326101'], ['望谟县乐元镇无此寨', '522326101'], ['贞丰县', '522325'],
    ['522326101', '522326101'], ['522321', '522301'], ['黔西南州', '522300'], ['贵州省', '520000'],
  ])('in the prefecture: %s is %s', async (text, code) => {
    expect(await registered(text)).toEqual({ code, codes: [] })
  })
  it.each(['本村', '本地', '同户主', '现住地'])('here: %s is where the household lives, so that it ends another place that was stated before', async (text) => {
    expect(await registered(text)).toEqual({ code: '522301112204', codes: [] })
  })
  it('nowhere stated: an empty cell leaves what is known', async () => {
    expect(await registered(null)).toEqual({ code: null, codes: [] })
  })
  it('V24 queries what nobody can place and what several places are called, and keeps the row', async () => {
    expect(await registered('外婆家')).toEqual({ code: undefined, codes: ['3:register_unknown'] })
    expect(await registered('522399')).toEqual({ code: undefined, codes: ['3:register_unknown'] })
    // 兴隆 is a county of 河北, and the name of many a village group.
    expect(await registered('兴隆三组')).toEqual({ code: undefined, codes: ['3:register_unknown'] })
    expect(await registered('团结村')).toEqual({ code: undefined, codes: ['3:register_ambiguous'] })
    const { report, households } = await checkRows([aHead(), aWife({ registerDivision: '外婆家' })])
    expect(report).toMatchObject({ rows: 2, queried: 1, rejected: 0, households: 1 })
    expect(households[0]?.persons[1]?.raw).toMatchObject({ 户籍地: '外婆家' })
  })
  it('is silent in a sheet without the column', async () => {
    const { households } = await checkRows([aHead()])
    expect(households[0]?.persons[0]?.draft.registerDivision).toBeUndefined()
  })
  it('is read beside the village under 户籍地址 too', async () => {
    const sheet = sheetOf([aHead({ registerDivision: null }), aWife({ registerDivision: '广西隆林' })])
    const rows = sheet.rows.map((row, index) => (index === 0 ? row.map((title) => (title === '户籍地' ? '户籍地址' : title)) : row))
    const { households, codes } = await checkContents([{ ...sheet, rows }])
    expect(codes).toEqual([])
    expect(households[0]?.place?.village).toBe('522301112204')
    expect(households[0]?.persons.map(({ draft }) => draft.registerDivision)).toEqual([null, '451031'])
  })
})
