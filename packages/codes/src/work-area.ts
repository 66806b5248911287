import type { CodeList, CodeOf } from './code-list.ts'

/** 务工状况 of the poverty registration sheets, seen from the registered township; 06 is this project's own. */
export const WORK_AREA = [
  {
    code: '01', zh: '乡(镇)内', en: 'Within the township',
    aliases: ['乡内', '镇内', '乡镇内', '乡(镇)内务工', '本乡', '本镇', '村内'],
  },
  {
    code: '02', zh: '乡(镇)外县内', en: 'Within the county',
    aliases: ['县内乡外', '乡外县内', '县内', '县内务工', '本县', '乡(镇)外县内务工', '县(市)内'],
  },
  { code: '03', zh: '县外省内', en: 'Within the province', aliases: ['省内县外', '省内', '省内务工', '县外省内务工', '州内县外'] },
  { code: '04', zh: '省外', en: 'Other province', aliases: ['省外务工', '外省', '外省务工', '跨省', '跨省务工'] },
  { code: '05', zh: '其他', en: 'Other', aliases: ['其它'] },
  { code: '06', zh: '境外', en: 'Abroad', aliases: ['国外', '国外务工', '境外务工'] },
] as const satisfies CodeList

export type WorkArea = CodeOf<typeof WORK_AREA>

/**
 * Work area of a place of work against the division of registration, both 6 to 12 digits of GB/T 2260 or the
 * statistical list. Undefined when the place is too coarse to tell (the own province).
 */
export function workAreaOf(place: string, registered: string): WorkArea | undefined {
  if (place.slice(0, 2) !== registered.slice(0, 2)) return '04'
  if (/^\d{2}0000/u.test(place)) return undefined
  if (place.slice(0, 4) !== registered.slice(0, 4)) return '03'
  if (/^\d{4}00/u.test(place)) return undefined
  if (place.slice(0, 6) !== registered.slice(0, 6)) return '03'
  if (place.length < 9 || place.endsWith('000')) return undefined
  return place.slice(0, 9) === registered.slice(0, 9) ? '01' : '02'
}
