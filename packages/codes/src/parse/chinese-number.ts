const DIGITS = new Map<string, number>([...'零一二三四五六七八九'].map((char, value) => [char, value]))
for (const [value, char] of [...'○壹贰叁肆伍陆柒捌玖'].entries()) DIGITS.set(char, value)
DIGITS.set('〇', 0).set('两', 2)
const UNITS = new Map([
  ['十', 10], ['拾', 10], ['百', 100], ['佰', 100], ['千', 1000], ['仟', 1000], ['万', 10_000], ['萬', 10_000],
])

/**
 * Reads a spoken amount: 三千五 3500, 3千5 3500, 一万二 12000, 0.35万 3500, 三千零五 3005, 三千五百 3500, 3500.
 * A last digit without unit counts a tenth of the unit before it, unless 零 stands between.
 * Undefined when the text is no such number.
 */
export function readAmount(text: string): number | undefined {
  const tokens = text.match(/\d+(?:\.\d+)?|[^\d]/gu)
  if (!tokens) return undefined
  let [total, section, lastUnit] = [0, 0, 1]
  let digit: number | undefined
  let afterZero = false
  for (const token of tokens) {
    const unit = UNITS.get(token)
    const value = /^\d/u.test(token) ? Number(token) : DIGITS.get(token)
    if (unit === undefined && value === undefined) return undefined
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      afterZero = digit === 0 || token === '零'
      digit = value
    } else if (unit === 10_000) {
      total += (section + (digit ?? (section === 0 ? 1 : 0))) * unit
      ;[section, digit, lastUnit, afterZero] = [0, undefined, unit, false]
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit
      ;[digit, lastUnit, afterZero] = [undefined, unit, false]
    }
  }
  // 三千五 means 3500, but 三千零五 means 3005 and 3500 means itself.
  const scale = afterZero || lastUnit === 1 ? 1 : lastUnit / 10
  const tail = digit === undefined ? 0 : digit < 10 ? digit * scale : digit
  return Math.round((total + section + tail) * 100) / 100
}

/** Digit by digit: 二〇二〇 to 2020, 十二 to 12, 三十一 to 31. Other characters stay. */
export function chineseDigitsToArabic(text: string): string {
  return text
    .replace(/([一二三]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) =>
      String((DIGITS.get(tens) ?? 1) * 10 + (DIGITS.get(ones) ?? 0)))
    .replace(/[零〇○一二三四五六七八九]/gu, (char) => String(DIGITS.get(char) ?? char))
}
