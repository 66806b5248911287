import { compactText } from '@anye/kernel/text'
import type { DivisionKind, DivisionLevel } from './divisions.ts'

// Longest first: 社区居民委员会 must not lose only 居民委员会.
const COMMUNITY = /(?:社区居民委员会|社区居委会|居民委员会|居委会|社区)$/u
const VILLAGE = /村*(?:村民委员会|村委会|行政村|村)$/u
const TOWNSHIP_OFFICE = /(?:人民政府|党工委|办事处|街道办|政府)$/u
const ETHNIC_GROUP = '汉蒙回藏苗彝壮满侗瑶白水羌黎傣畲土'
// 三宝彝族乡, 鲁础营回族乡, 油迈瑶族乡; two-character groups by name, single ones by the class above.
const ETHNIC_GROUPS = `(?:(?:布依|仡佬|土家|[${ETHNIC_GROUP}])族)+`
const ETHNIC_TOWNSHIP = new RegExp(`${ETHNIC_GROUPS}乡$`, 'u')
const ETHNIC_PREFECTURE = new RegExp(`${ETHNIC_GROUPS}自治州$`, 'u')
const TOWNSHIP = /(?:街道|镇|乡)$/u
const COUNTY = /(?:市|县|新区|区|州)$/u

/** A name without the words for what the place is, and what those words said (undefined: they said nothing). */
export type DivisionStem = { stem: string; kind: DivisionKind | undefined }

/** 顶效街道办事处 → 顶效 + street, 鲁础营回族乡 → 鲁础营 + ethnic_township, 下山 → 下山 + undefined. */
export function stemOfTownship(text: string): DivisionStem {
  const name = compactText(text).replace(TOWNSHIP_OFFICE, '')
  const ethnic = name.replace(ETHNIC_TOWNSHIP, '')
  if (ethnic !== name && ethnic !== '') return { stem: ethnic, kind: 'ethnic_township' }
  const stem = name.replace(TOWNSHIP, '')
  if (stem === name || stem === '') return { stem: name, kind: undefined }
  if (name.endsWith('街道')) return { stem, kind: 'street' }
  return { stem, kind: name.endsWith('镇') ? 'town' : 'township' }
}

/** 龙井村村民委员会 → 龙井 + village, 新露社区居委会 → 新露 + community, 楼纳 → 楼纳 + undefined. */
export function stemOfVillage(text: string): DivisionStem {
  const name = compactText(text)
  const community = name.replace(COMMUNITY, '')
  if (community !== name && community !== '') return { stem: community, kind: 'community' }
  // 坪寨村委会 and 龙井村村委会 both occur: take the committee first, then one 村.
  const village = name.replace(VILLAGE, '')
  if (village === name || village === '') return { stem: name, kind: undefined }
  return { stem: village, kind: 'village' }
}

/** 兴仁市, 兴仁县, 兴仁 → 兴仁; 义龙新区 → 义龙. */
export function stemOfCounty(text: string): string {
  const name = compactText(text)
  const stem = name.replace(COUNTY, '')
  return stem === '' ? name : stem
}

/** The kind a division's own name and level give. */
export function kindOfDivision(name: string, level: DivisionLevel, code: string): DivisionKind {
  switch (level) {
    case 2: return 'prefecture'
    case 3: return name.endsWith('市') ? 'county_city' : 'county'
    case 4: return stemOfTownship(name).kind ?? 'township'
    case 5: return code[9] === '0' || code[9] === '1' ? 'community' : 'village'
    case 6: return 'group'
  }
}

/**
 * The name people say: 黔西南州, 兴义市, 顶效街道; 龙井村 for 龙井村村民委员会, 新露社区 for 新露社区居民委员会.
 * Villages keep 村 or 社区, because one township may have 龙场村 and 龙场社区.
 */
export function everydayName(name: string, level: DivisionLevel, code: string): string {
  if (level === 2) return name.replace(ETHNIC_PREFECTURE, '州')
  if (level !== 5) return name
  const kind = kindOfDivision(name, level, code)
  return `${stemOfVillage(name).stem}${kind === 'community' ? '社区' : '村'}`
}
