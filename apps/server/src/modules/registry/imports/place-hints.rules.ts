import { calendarDate, type CalendarDate } from '@anye/kernel/calendar-date'
import { lastDayOf } from '@anye/kernel/calendar-month'
import { compactText } from '@anye/kernel/text'

/** Places a title, a sheet name or a line above the table names; as written, not yet resolved. */
export type PlaceHints = { county?: string; township?: string; village?: string }

const ABOVE_COUNTY = /(?:贵州省|黔西南布依族苗族自治州|黔西南自治州|黔西南州|黔西南)/gu
const YEAR = /\d{4}年?度?/gu
const LABEL = /(?:附件|附表|表)\d*|(?:填报|编制|制表|上报|报送)?(?:单位|部门)(?:[((]?(?:盖章|公章|章)[))]?)?/gu
const SEPARATOR = /[\s,,。、;;::《》()()【】[\]"“”\-—_/|]+/u
const PLACE = new RegExp(
  '^(?<county>[\\u4e00-\\u9fa5]{1,5}?(?:县|市|新区))?' +
    '(?<township>[\\u4e00-\\u9fa5]{1,8}?(?:街道办事处|街道|镇|乡))?' +
    '(?<village>[\\u4e00-\\u9fa5]{1,10}?(?:社区|村|居委会))?',
  'u',
)

/**
 * County, township and village named in 《贞丰县珉谷街道坡艾村2020年就业花名册》, 填报单位:郑屯镇人民政府 or a sheet
 * called 民族村. Levels that are not named stay absent.
 */
export function placeHintsOf(text: string): PlaceHints {
  const plain = compactText(text).replace(ABOVE_COUNTY, '').replace(LABEL, ' ').replace(YEAR, ' ')
  const hints: PlaceHints = {}
  for (const part of plain.split(SEPARATOR)) {
    const { county, township, village } = PLACE.exec(part)?.groups ?? {}
    // 全县, 本村, 各乡镇 name nothing.
    if (county && !isVague(county)) hints.county ??= county
    if (township && !isVague(township)) hints.township ??= township
    if (village && !isVague(village)) hints.village ??= village
  }
  return hints
}

function isVague(name: string): boolean {
  return /^(?:全|本|各|该|所属|所在|行政|户籍|驻|县|市|区|乡|镇|街道|村|社区)*(?:县|市|新区|乡|镇|街道|村|社区)$/u.test(name)
}

const WRITTEN_DATE = /(?<year>20\d{2})\s*[年.\-/]\s*(?<month>\d{1,2})(?:\s*[月.\-/]\s*(?<day>\d{1,2}))?/u

/** The day a sheet was filled in (填报日期:2020年3月15日); the last day of the month when only that is given. */
export function reportDateOf(text: string): CalendarDate | undefined {
  const { year, month, day } = WRITTEN_DATE.exec(compactText(text))?.groups ?? {}
  if (!year || !month) return undefined
  if (day) return calendarDate(Number(year), Number(month), Number(day))
  const first = calendarDate(Number(year), Number(month), 1)
  return first && lastDayOf(first.slice(0, 7))
}
