import { describe, expect, it } from 'vitest'
import { isCityPrecise, readPlace } from './place-cell.ts'

const code = (text: string) => {
  const reading = readPlace(text)
  return reading.ok ? reading.code : reading.fault
}

describe('3.3-9 places of work', () => {
  it('3.3-9 reads a chain of names to its last link', () => {
    const chains = {
      浙江: '330000', 宁波: '330200', 浙江宁波慈溪: '330282', 广东长安镇: '441900119', 东莞长安: '441900119',
      '广东省/佛山市/南海区': '440605', 浙江省金华市永康市东城街道: '330784001', 上海浦东: '310115', 江苏昆山: '320583',
      福建晋江: '350582', 浙江义乌打工: '330782', 在广东打工: '440000', 中国浙江: '330000', 恩施: '422800',
      '330200': '330200', 黔西南州: '522300', 北京朝阳: '110105',
    }
    for (const [text, expected] of Object.entries(chains)) expect(code(text), text).toBe(expected)
  })

  it('3.3-9 keeps what follows the place', () => {
    expect(readPlace('浙江省宁波市慈溪市周巷镇环城路工业园')).toMatchObject({
      ok: true, name: '周巷镇', level: 'township', rest: '环城路工业园',
    })
  })

  it('3.3-9 queues a name that several places bear, and a township without its city', () => {
    expect(readPlace('江北区')).toMatchObject({ ok: false, fault: 'ambiguous' })
    const candidates = readPlace('江北')
    expect(candidates.ok ? [] : candidates.candidates.map((place) => place.code)).toEqual(['330205', '500105'])
    expect(readPlace('长安镇')).toMatchObject({ ok: false, fault: 'ambiguous', candidates: [{ code: '441900119' }] })
    expect(code('朝阳')).toBe('ambiguous')
  })

  it('3.3-9 prefers the larger place of one bare name', () => {
    expect([code('吉林'), code('吉林市'), code('中山'), code('海南')]).toEqual(['220000', '220200', '442000', '460000'])
  })

  it('3.3-9 does not take an unknown town for the city it begins with', () => {
    expect(code('大同镇')).toBe('unknown')
    expect(code('工地')).toBe('unknown')
    expect(code('于都')).toBe('360731')
    expect([code('江苏镇江'), code('宁波镇海'), code('贵州镇宁'), code('云南镇雄')]).toEqual(['321100', '330211', '520423', '530627'])
  })

  it('3.3-14 reads former names and 义龙, which has no code of its own', () => {
    expect([code('兴仁县'), code('兴义县'), code('盘县'), code('义龙新区')]).toEqual(['522302', '522301', '520281', '522300'])
  })

  it('3.3-9 keeps a distance without a place as work area only', () => {
    expect(readPlace('外省')).toMatchObject({ ok: false, fault: 'area_only', area: '04' })
    expect(readPlace('县内')).toMatchObject({ ok: false, fault: 'area_only', area: '02' })
    expect(readPlace('越南')).toMatchObject({ ok: false, fault: 'area_only', area: '06' })
    expect(readPlace('本地')).not.toHaveProperty('area')
    expect([code('本地'), code('在家'), code('无')]).toEqual(['area_only', 'at_home', 'missing'])
  })

  it('S21 tells places exact enough for stable employment', () => {
    expect(['440000', '330200', '310000', '330282'].map(isCityPrecise)).toEqual([false, true, true, true])
  })
})
