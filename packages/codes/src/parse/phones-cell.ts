import { readPhone } from '../mobile.ts'
import type { Phone, PhoneFault } from '../mobile.ts'
import { cellText, isEmptyCell, isRounded, rawText } from './cell.ts'
import type { CellInput } from './cell.ts'

/** All numbers of one cell, in the order written, and the parts that are none. Both may be empty. */
export interface PhonesReading {
  phones: Phone[]
  faults: { fault: PhoneFault; raw: string }[]
}

/**
 * Reads a phone cell: one or several mobiles or landlines (DOMAIN §3.3-11), separated by anything usual, or
 * two mobiles run together. Names beside a number (`李四13812345678`) are dropped. Ten or twelve digits are
 * faults, never completed.
 */
export function readPhones(cell: CellInput, options: { synthetic: boolean }): PhonesReading {
  const reading: PhonesReading = { phones: [], faults: [] }
  if (isEmptyCell(cell) || cell === 0 || cellText(cell) === '0') return reading
  for (const part of splitNumbers(cellText(cell))) {
    if (isRounded(part)) {
      reading.faults.push({ fault: 'lossy', raw: part })
      continue
    }
    const phone = readPhone(part, options)
    if (!phone.ok) reading.faults.push({ fault: phone.fault, raw: part })
    else if (!reading.phones.some(({ number }) => number === phone.number)) reading.phones.push(phone)
  }
  const isSilent = reading.phones.length + reading.faults.length === 0
  if (isSilent) reading.faults.push({ fault: 'charset', raw: rawText(cell) })
  return reading
}

function splitNumbers(text: string): string[] {
  const parts = text
    // A number formatted as a decimal by the spreadsheet.
    .replace(/^(\d{7,13})\.0+$/u, '$1')
    // Area codes in brackets belong to the number that follows.
    .replace(/\((0\d{2,3})\)\s*/gu, '$1-')
    .split(/[,，、;；/|或和\n\r]+/u)
    .flatMap(splitBySpaces)
  return parts.flatMap((part) => /^(1[3-9]\d{9})(1[3-9]\d{9})$/u.exec(part)?.slice(1) ?? [part])
}

/** `138 1234 5678` is one number, `13812345678 13912345678` two: spaces split only between complete ones. */
function splitBySpaces(part: string): string[] {
  const cleaned = part.replace(/[^\d\-+E. ]/giu, ' ').replace(/[A-DF-Z]/giu, ' ').trim()
  if (cleaned === '') return []
  const words = cleaned.split(/\s+/u)
  const complete = words.every((word) => /^\+?\d[\d-]{6,}$/u.test(word))
  return complete ? words : [words.join('')]
}
