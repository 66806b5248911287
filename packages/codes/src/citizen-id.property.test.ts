import { createRequire } from 'node:module'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { expect, it } from 'vitest'
import { addDays } from '@anye/kernel/calendar-date'
import { buildCitizenId, readCitizenId } from './citizen-id.ts'

// Two packages that ship without usable types; this is all of them that the tests call.
type LegacyValidator = new () => { isValid: (id: string) => boolean }
const require = createRequire(import.meta.url)
const IdValidator = require('id-validator') as LegacyValidator
const { validateCnid } = require('validid') as { validateCnid: (id: string) => { ok: boolean } }

const idNumber = fc
  .record({ day: fc.integer({ min: 0, max: 43_800 }), sequence: fc.integer({ min: 1, max: 999 }) })
  .map(({ day, sequence }) => buildCitizenId('522326', addDays('1900-01-01', day), sequence))

it('V01 accepts what three independent validators accept', () => {
  const legacy = new IdValidator()
  fc.assert(fc.property(idNumber, (id) => {
    expect(readCitizenId(id, { synthetic: false }).ok).toBe(true)
    const verdicts = [validateCnid(id).ok, stdnum.CN?.ric?.validate(id).isValid, legacy.isValid(id)]
    expect(verdicts, id).toEqual([true, true, true])
  }), { numRuns: 500 })
})

it('V01 rejects every single wrong digit and every swap of neighbours, as they do', () => {
  const shift = fc.integer({ min: 1, max: 9 })
  fc.assert(fc.property(idNumber, fc.nat(17), shift, fc.nat(16), (id, at, plus, swap) => {
    const wrong = id[at] === 'X' ? '0' : String((Number(id[at]) + plus) % 10)
    const mistyped = id.slice(0, at) + wrong + id.slice(at + 1)
    const swapped = id.slice(0, swap) + id[swap + 1] + id[swap] + id.slice(swap + 2)
    for (const bad of [mistyped, swapped].filter((candidate) => candidate !== id)) {
      expect(readCitizenId(bad, { synthetic: true }).ok, bad).toBe(false)
      expect(validateCnid(bad).ok, bad).toBe(false)
    }
  }), { numRuns: 500 })
})

it('3.3-2 reads the same person through any dirt', () => {
  const dirt = fc.constantFrom('', ' ', '\u00A0', '\u3000', '\u200B', '\t')
  const dirts = fc.array(dirt, { minLength: 18, maxLength: 18 })
  const widen = (char: string) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)
  fc.assert(fc.property(idNumber, dirts, fc.boolean(), (id, spaces, wide) => {
    const widened = wide ? id.replace(/[\dX]/gu, widen) : id
    const dirty = [...widened].map((char, index) => char + spaces[index]).join('')
    expect(readCitizenId(dirty, { synthetic: false })).toMatchObject({ ok: true, id18: id })
  }))
})

it('3.3-3 converts 15 digits to the number the legacy validator knows', () => {
  const legacy = new IdValidator()
  fc.assert(fc.property(idNumber.filter((id) => id.startsWith('19', 6) && id.slice(14, 17) < '996'), (id) => {
    const id15 = id.slice(0, 6) + id.slice(8, 17)
    expect(legacy.isValid(id15)).toBe(true)
    expect(readCitizenId(id15, { synthetic: false })).toMatchObject({ ok: true, id18: id })
  }))
})

it('never throws and never accepts arbitrary text', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)), (cell) => {
    expect(readCitizenId(cell, { synthetic: false }).ok).toBe(false)
  }))
})
