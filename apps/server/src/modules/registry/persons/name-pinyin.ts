import { pinyin } from 'pinyin-pro'

/** Pinyin without tones and its initials, surname readings first (覃 = qin, 单 = shan), for search. */
export function pinyinOf(name: string): { name_pinyin: string; name_initials: string } {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive' })
  return { name_pinyin: syllables.join(' ').toLowerCase(), name_initials: syllables.map((syllable) => syllable.slice(0, 1)).join('').toLowerCase() }
}
