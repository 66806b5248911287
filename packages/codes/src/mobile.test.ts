import { describe, expect, it } from 'vitest'
import { passesLuhn, readBankCard } from './bank-card.ts'
import { maskBankCard, maskCitizenId, maskName, maskPhone } from './mask.ts'
import { readPhones } from './parse/phones-cell.ts'
import type { CellInput } from './parse/cell.ts'

const read = (cell: CellInput, synthetic = false) => readPhones(cell, { synthetic })
const numbers = (cell: CellInput) => read(cell).phones.map(({ number }) => number)
const faults = (cell: CellInput) => read(cell).faults.map(({ fault }) => fault)

describe('V16 phones', () => {
  it('3.3-11 reads a mobile in every layout', () => {
    for (const cell of ['13812345678', 13_812_345_678, '138 1234 5678', '138-1234-5678', '+86 13812345678', '8613812345678',
      '13812345678.0', '１３８１２３４５６７８', '李四13812345678', '13812345678(儿子)']) {
      expect(numbers(cell), String(cell)).toEqual(['13812345678'])
    }
  })

  it('3.3-11 reads two numbers from one cell and each only once', () => {
    for (const cell of ['13812345678/13912345678', '13812345678 13912345678', '13812345678、13912345678',
      '1381234567813912345678', '13812345678\n13912345678', '13812345678,13912345678,13812345678']) {
      expect(numbers(cell), cell).toEqual(['13812345678', '13912345678'])
    }
  })

  it('3.3-11 reads landlines and says when it added the area code', () => {
    expect(numbers('(0859)3223456')).toEqual(['0859-3223456'])
    expect(numbers('08593223456')).toEqual(['0859-3223456'])
    expect(read('3223456').phones).toEqual([
      { ok: true, number: '0859-3223456', kind: 'landline', flags: ['area_code_added'] },
    ])
  })

  it('3.3-11 refuses ten and twelve digits instead of completing them', () => {
    expect(faults('1381234567')).toEqual(['length'])
    expect(faults('138123456789')).toEqual(['length'])
    expect(faults('1.38E+10')).toEqual(['lossy'])
    expect(faults('问村长')).toEqual(['charset'])
    expect(faults('11812345678')).toEqual(['prefix'])
    expect([numbers('13812345678/138123'), faults('13812345678/138123')]).toEqual([['13812345678'], ['length']])
  })

  it('refuses machine numbers and warns about virtual operators', () => {
    expect(faults('1440012345678')).toEqual(['m2m'])
    expect(read('17012345678').phones[0]?.flags).toEqual(['virtual_operator'])
    expect(read('16212345678').phones[0]?.flags).toEqual(['virtual_operator'])
  })

  it('admits synthetic phones only while the switch is on', () => {
    expect(faults('15412345678')).toEqual(['synthetic_prefix'])
    expect(read('15412345678', true).phones[0]?.number).toBe('15412345678')
  })

  it('finds nothing in an empty cell', () => {
    for (const cell of [null, '', '无', '/', 0, '0']) expect(read(cell), String(cell)).toEqual({ phones: [], faults: [] })
  })
})

describe('bank card', () => {
  it('warns about the check digit and refuses only what cannot be a card', () => {
    expect(readBankCard('6222 0212 3456 7890 128')).toMatchObject({ ok: true, number: '6222021234567890128' })
    expect(readBankCard('4111111111111111')).toMatchObject({ ok: true, flags: [] })
    expect(readBankCard('4111111111111112')).toMatchObject({ ok: true, flags: ['luhn'] })
    expect(readBankCard(6.222021234567891e18)).toMatchObject({ ok: false, fault: 'lossy' })
    expect(readBankCard('6.22202E+18')).toMatchObject({ ok: false, fault: 'lossy' })
    expect(readBankCard('622202')).toMatchObject({ ok: false, fault: 'length' })
    expect(readBankCard('62220212345678901AB')).toMatchObject({ ok: false, fault: 'charset' })
    expect(readBankCard('')).toMatchObject({ ok: false, fault: 'missing' })
    expect(passesLuhn('79927398713')).toBe(true)
  })
})

describe('masking', () => {
  it('shows on screens only what the field level allows', () => {
    expect(['张三', '王小明', '欧阳明月', '张'].map(maskName)).toEqual(['张*', '王*明', '欧阳**', '*'])
    expect(maskCitizenId('522326199001010011')).toBe('522326********0011')
    expect(['13812345678', '0859-3223456', '110'].map(maskPhone)).toEqual(['138****5678', '0859-*****56', '***'])
    expect(maskBankCard('6222021234567890128')).toBe('****0128')
  })
})
