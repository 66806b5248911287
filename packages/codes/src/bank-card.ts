import { compactText } from '@anye/kernel/text'
import { cellText, faultOf, isEmptyCell, isRounded } from './parse/cell.ts'
import type { CellInput, Reading } from './parse/cell.ts'

export type BankCardFault = 'missing' | 'lossy' | 'length' | 'charset'

/** `luhn` only warns: passbook numbers of rural credit co-operatives fail it (DOMAIN §3.1). */
export type BankCardReading = Reading<{ number: string; flags: 'luhn'[] }, BankCardFault>

/** Luhn (ISO/IEC 7812-1 annex B) over the whole number. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (const [index, char] of [...digits].reverse().entries()) {
    const digit = Number(char) * (index % 2 === 0 ? 1 : 2)
    sum += digit > 9 ? digit - 9 : digit
  }
  return sum % 10 === 0
}

/** Reads the 16 to 19 digits of a bank or social-security card; a number cell has lost its last digits. */
export function readBankCard(cell: CellInput): BankCardReading {
  if (isEmptyCell(cell)) return faultOf('missing', cell)
  const text = compactText(cellText(cell)).replaceAll('-', '')
  if (isRounded(cell)) return faultOf('lossy', cell)
  if (!/^\d+$/u.test(text)) return faultOf('charset', cell)
  if (text.length < 16 || text.length > 19) return faultOf('length', cell)
  return { ok: true, number: text, flags: passesLuhn(text) ? [] : ['luhn'] }
}
