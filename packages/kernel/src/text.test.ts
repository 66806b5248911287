import { describe, expect, it } from 'vitest'
import { assertNever, must } from './assert.ts'
import { bigrams, collapseSpaces, compactText, tidyText, toHalfWidth } from './text.ts'

describe('text', () => {
  it('narrows full-width ASCII and leaves names alone', () => {
    expect(toHalfWidth('（１３８）　Ｘ')).toBe('(138) X')
    expect(toHalfWidth('郞')).toBe('郞')
  })

  it('removes what nobody can see and collapses every kind of space', () => {
    expect(collapseSpaces('\uFEFF 张\u200B三\u00A0\u3000丰 ')).toBe('张三 丰')
    expect(tidyText('　Ａ　　Ｂ　')).toBe('A B')
    expect(compactText('5 2\u00A02 3')).toBe('5223')
  })

  it('indexes names by pairs of characters, rare characters whole', () => {
    expect(bigrams('欧阳明')).toEqual(['欧阳', '阳明'])
    expect(bigrams('李')).toEqual(['李'])
    expect(bigrams('')).toEqual([])
    expect(bigrams('王𬭊')).toEqual(['王𬭊'])
    expect(bigrams('买买提·买买提')).toEqual(['买买', '买提', '提买'])
  })
})

describe('assert', () => {
  it('throws on absence and on impossible values', () => {
    expect(must(0, 'zero is a value')).toBe(0)
    expect(() => must(undefined, 'no head of household')).toThrow('no head of household')
    expect(() => assertNever('x' as never)).toThrow('"x"')
  })
})
