import { describe, expect, it } from 'vitest'
import { checkMerge, checkRename, nextGroupCode } from './division-edit.rules.ts'
import type { DivisionRow } from './division.store.ts'
import { rowOfDivision } from './load-divisions.ts'

function aVillage(change: Partial<DivisionRow> = {}): DivisionRow {
  const division = {
    code: '522301112204', name: '民族村村民委员会', level: 5 as const, parent: '522301112', validFrom: '1987-11-06',
    validTo: null, successor: null,
  }
  return { ...rowOfDivision(division), ...change }
}

describe('renaming', () => {
  it.each([
    ['a new name from a later day', {}, '团结村', '2026-01-01', undefined],
    ['the same name', {}, '民族村村民委员会', '2026-01-01', 'already_done'],
    ['from the day the present name began', {}, '团结村', '1987-11-06', 'division_invalid'],
    ['a division that ended', { valid_to: '2025-12-31' }, '团结村', '2026-01-01', 'division_invalid'],
  ])('%s', (_, change, name, from, code) => {
    expect(checkRename(aVillage(change), { name, from })).toBe(code)
  })
})

describe('merging', () => {
  const other = aVillage({ code: '522301112205' })
  const when = { lastDay: '2025-12-31', remaining: 0 }
  it.each([
    ['a village into another', aVillage(), other, when, undefined],
    ['a village with groups, which end with it', aVillage(), other, { ...when, remaining: 3 }, undefined],
    ['a township that still has villages', aVillage({ level: 4 }), { ...other, level: 4 as const }, { ...when, remaining: 3 }, 'wrong_state'],
    ['a county', aVillage({ level: 3 }), { ...other, level: 3 as const }, when, 'division_invalid'],
    ['a village into a township', aVillage(), { ...other, level: 4 as const }, when, 'division_invalid'],
    ['a village into itself', aVillage(), aVillage(), when, 'division_invalid'],
    ['into nothing', aVillage(), undefined, when, 'division_invalid'],
    ['into one that ends with it', aVillage(), { ...other, valid_to: '2025-12-31' }, when, 'division_invalid'],
    ['one that ended before', aVillage({ valid_to: '2024-12-31' }), other, when, 'division_invalid'],
    ['before it began', aVillage(), other, { ...when, lastDay: '1980-01-01' }, 'division_invalid'],
  ])('%s', (_, row, successor, facts, code) => {
    expect(checkMerge(row, successor, facts)).toBe(code)
  })
})

describe('codes of groups', () => {
  const village = '522301112204'
  it('follow the number of the group, and begin at 101 for hamlets with a name', () => {
    expect(nextGroupCode(village, '3组', new Set())).toBe(`${village}003`)
    expect(nextGroupCode(village, '白鸡组', new Set([`${village}101`]))).toBe(`${village}102`)
  })
  it('are never given twice, and run out after 999', () => {
    expect(nextGroupCode(village, '3组', new Set([`${village}003`]))).toBe(`${village}101`)
    const all = new Set(Array.from({ length: 999 }, (_, index) => `${village}${String(index + 1).padStart(3, '0')}`))
    expect(nextGroupCode(village, '3组', all)).toBeUndefined()
  })
})
