/**
 * Number of a service card (S76), 13 digits: the village (digits 5 to 12 of its code; the first four are the
 * prefecture's), the bag's running number in it, and a check digit. Printed `26001001-0037-5`: who keys a paper in a
 * village types the last two parts.
 */
const VILLAGE = /^\d{12}$/
const PREFECTURE_DIGITS = 4
const BAG_DIGITS = 4
export const MOST_BAGS = 10 ** BAG_DIGITS - 1

/** ISO/IEC 7064 MOD 11,10: one digit that finds every wrong digit and nearly every swap of neighbours. */
export function checkDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10
}

/**
 * The 13 digits of a card.
 * @throws RangeError for a code that is no village or a bag beyond 9999
 */
export function cardNumberOf(village: string, bagNo: number): string {
  if (!VILLAGE.test(village) || !Number.isInteger(bagNo) || bagNo < 1 || bagNo > MOST_BAGS) {
    throw new RangeError(`No card ${bagNo} in ${village}`)
  }
  const body = village.slice(PREFECTURE_DIGITS) + bagText(bagNo)
  return `${body}${checkDigit(body)}`
}

/** `0037`, as it stands on the bag. */
export function bagText(bagNo: number): string {
  return String(bagNo).padStart(BAG_DIGITS, '0')
}

/** `26001001-0037-5`. */
export function spacedCardNumber(cardNo: string): string {
  return `${cardNo.slice(0, 8)}-${cardNo.slice(8, 12)}-${cardNo.slice(12)}`
}

/** The 13 digits of a card number as somebody typed it, marks and spaces left out; undefined when a digit is wrong or missing. */
export function readCardNumber(text: string): string | undefined {
  const digits = text.normalize('NFKC').replaceAll(/[\s\-–—.]/g, '')
  return /^\d{13}$/.test(digits) && checkDigit(digits.slice(0, -1)) === Number(digits.slice(-1)) ? digits : undefined
}
