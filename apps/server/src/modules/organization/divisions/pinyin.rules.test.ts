import { DIVISIONS } from '@anye/codes/data/divisions'
import { describe, expect, it } from 'vitest'
import { readingsOf } from './pinyin.rules.ts'

describe('readings of names', () => {
  it.each([
    ['龙广镇', 'longguangzhen', 'lgz'],
    ['册亨县', 'cehengxian', 'chx'],
    ['捧乍镇', 'pengzhazhen', 'pzz'],
    ['1组', '1zu', '1z'],
    ['覃家寨', 'qinjiazhai tanjiazhai', 'qjz tjz'],
    ['绿荫村', 'lvyincun luyincun', 'lyc'],
  ])('reads %s', (name, pinyin, initials) => {
    expect(readingsOf(name)).toEqual({ pinyin, initials })
  })

  it('gives every division letters and digits only, one initial for each character', () => {
    for (const { name } of DIVISIONS) {
      const { pinyin, initials } = readingsOf(name)
      expect(pinyin, name).toMatch(/^[a-z]+( [a-z]+)*$/)
      expect(initials.split(' ')[0], name).toHaveLength([...name].length)
    }
  })
})
