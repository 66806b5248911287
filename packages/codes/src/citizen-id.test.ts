import { describe, expect, it } from 'vitest'
import { buildCitizenId, citizenIdCheck, readCitizenId } from './citizen-id.ts'
import type { CellInput } from './parse/cell.ts'

const ID = '522326199001010011'
const read = (cell: CellInput) => readCitizenId(cell, { synthetic: false })
const fault = (cell: CellInput) => {
  const reading = read(cell)
  return reading.ok ? 'none' : reading.fault
}

describe('V01 citizen id (GB 11643-1999)', () => {
  it('reads the published vectors', () => {
    expect(read('11010519491231002X')).toMatchObject({ birth: '1949-12-31', sex: '2', area: '110105', kind: '18' })
    expect(read('440524188001010014')).toMatchObject({ ok: true, birth: '1880-01-01', sex: '1' })
    expect(read(ID)).toEqual({
      ok: true, id18: ID, kind: '18', birth: '1990-01-01', sex: '1', area: '522326', fixes: [], flags: [],
    })
    expect(citizenIdCheck('11010519491231002')).toBe('X')
  })

  it('rejects a wrong check character, an impossible day, a wrong length and strange characters', () => {
    expect(fault('522326199001010012')).toBe('check')
    expect(fault('522326199002300013')).toBe('date')
    expect(fault('52232619900101001')).toBe('length')
    expect(fault('522326********0011')).toBe('charset')
    expect(fault('52232619900101OO2A')).toBe('charset')
    expect(fault('522326300001010017')).toBe('date')
  })

  it('3.3-1 marks a number cell or scientific notation as lossy and never repairs it', () => {
    for (const cell of [5.22326e17, '5.22326E+17', '5.22326199001010E+17', '522326199001010000']) {
      expect(fault(cell), String(cell)).toBe('lossy')
    }
  })

  it('3.3-1 keeps a text ending in 000 whose check holds, but flags it', () => {
    const ending = buildCitizenId('522326', '1990-01-03', 0)
    const candidates = Array.from({ length: 28 }, (_, day) =>
      buildCitizenId('522326', `1990-01-${String(day + 1).padStart(2, '0')}`, 0))
    const id = candidates.find((candidate) => candidate.endsWith('000')) ?? ending
    expect(read(id)).toMatchObject({ ok: true, flags: ['ends_in_000'] })
  })

  it('3.3-2 reads full-width digits, any X, apostrophes, wrappers and every kind of space', () => {
    for (const cell of ['５２２３２６１９９００１０１００１１', `'${ID}`, `="${ID}"`, ' 522326 19900101 0011 ',
      '522326\u00A019900101\u30000011', `\u200B${ID}\uFEFF`, `${ID}\t`, '522326\n199001010011', `‘${ID}’`]) {
      expect(read(cell), cell).toMatchObject({ ok: true, id18: ID, fixes: ['cleaned'] })
    }
    for (const cross of ['×', '*', '✕', 'Х']) {
      expect(read(`11010519491231002${cross}`)).toMatchObject({ id18: '11010519491231002X', fixes: ['x_form'] })
    }
    for (const cross of ['x', 'Ｘ', 'ｘ']) {
      expect(read(`11010519491231002${cross}`)).toMatchObject({ id18: '11010519491231002X', fixes: ['cleaned'] })
    }
  })

  it('3.3-3 converts 15 digits and puts sequences 996 to 999 into the nineteenth century', () => {
    expect(read('110105491231002')).toMatchObject({
      id18: '11010519491231002X', kind: '15', fixes: ['from_15'],
    })
    expect(read(110_105_491_231_002)).toMatchObject({ ok: true, id18: '11010519491231002X' })
    expect(read('522326850101997')).toMatchObject({ ok: true, birth: '1885-01-01' })
    expect(fault('522326901301001')).toBe('date')
    expect(fault('52232690O101001')).toBe('charset')
  })

  it('3.3-3 reads category and grade of a disability certificate, first issue and reissue', () => {
    const disability = { category: 4, grade: 3 }
    expect(read(`${ID}43`)).toMatchObject({ ok: true, id18: ID, kind: 'disability', disability })
    expect(read(`${ID}43B1`)).toMatchObject({ ok: true, disability: { ...disability, certificateNo: `${ID}43B1` } })
    expect(read(`${ID}4301`)).toMatchObject({ ok: true, disability })
    expect(fault(`${ID}83`)).toBe('length')
    expect(fault('52232619900101001243')).toBe('check')
  })

  it('3.3-3 reports letters read as digits, and only where the check character confirms them', () => {
    expect(read('5223261990O10l0011')).toMatchObject({ ok: true, id18: ID, fixes: ['letter_o', 'letter_l'] })
    expect(fault('5223261990O10l0012')).toBe('check')
  })

  it('3.3-3 tells no number from a number on its way', () => {
    for (const cell of [null, '', ' ', '无', '/', '-', '未办', '没有身份证']) {
      expect(fault(cell), String(cell)).toBe('missing')
    }
    for (const cell of ['办理中', '正在办理', '身份证补办中']) expect(fault(cell), cell).toBe('pending')
  })

  it('flags an unknown area and never rejects one: codes are those of first issue', () => {
    expect(read(buildCitizenId('522321', '1970-05-06', 12))).toMatchObject({ ok: true, flags: [] })
    expect(read(buildCitizenId('990101', '1990-05-06', 12))).toMatchObject({ ok: true, flags: ['area_unknown'] })
  })

  it('admits synthetic people only while the switch is on', () => {
    const id = buildCitizenId('522399', '1990-05-06', 12)
    expect(fault(id)).toBe('area_synthetic')
    expect(readCitizenId(id, { synthetic: true })).toMatchObject({ ok: true, id18: id })
  })
})
