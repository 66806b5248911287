import { tidyText } from '@anye/kernel/text'

const DIGITS = '零一二三四五六七八九'
const NUMBERED = /^第?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:村民小组|村民组|居民小组|居民组|小组|组|社)$/u

/**
 * One spelling for a village group (村民小组): 一组, 第1组, 01 组, 第一村民小组 → `1组`; a hamlet's name stays as it
 * is (白鸡组, 上寨). Null for an empty cell or a dash.
 */
export function groupName(text: string): string | null {
  const name = tidyText(text).replaceAll(' ', '')
  if (name === '' || /^[-/—无]+$/u.test(name)) return null
  const bare = /^\d{1,2}$/.test(name) ? `${name}组` : name
  const number = NUMBERED.exec(bare)?.[1]
  return number === undefined ? name : `${groupNumber(number)}组`
}

function groupNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.split('十')
  if (ones === undefined) return DIGITS.indexOf(text)
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}
