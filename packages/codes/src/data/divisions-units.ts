/**
 * A unit that reports (统计汇报单元): its own tree beside GB/T 2260, because 义龙新区 reports and has no code.
 * `county` is the GB county of the same name; `townships` are 9-digit codes, listed only for a unit that is not
 * a county. A county's unit is the county less the townships another unit lists.
 */
export type ReportingUnit = {
  code: string
  name: string
  shortName: string
  county: string | null
  townships: readonly string[]
}

/** Internal code of 义龙新区; no GB code can contain a letter. */
export const YILONG = '5223-YL'

/** The nine units in the order reports list them. Membership of 义龙新区 is configuration with dates [C, M]. */
export const REPORTING_UNITS: readonly ReportingUnit[] = [
  county('522301', '兴义市'),
  county('522302', '兴仁市'),
  county('522328', '安龙县'),
  county('522325', '贞丰县'),
  county('522323', '普安县'),
  county('522324', '晴隆县'),
  county('522327', '册亨县'),
  county('522326', '望谟县'),
  {
    code: YILONG,
    name: '义龙新区',
    shortName: '义龙',
    county: null,
    townships: [
      '522301011', '522301012', '522301112', '522301113', '522301114', '522302104', '522328101', '522328102',
      '522328104', '522328110',
    ],
  },
]

/** The unit a township reports through; undefined when its county is none of ours. */
export function unitOfTownship(
  township: string,
  units: readonly ReportingUnit[] = REPORTING_UNITS,
): ReportingUnit | undefined {
  return (
    units.find((unit) => unit.townships.includes(township.slice(0, 9))) ??
    units.find((unit) => unit.county === township.slice(0, 6))
  )
}

function county(code: string, name: string): ReportingUnit {
  return { code, name, shortName: name.slice(0, -1), county: code, townships: [] }
}
