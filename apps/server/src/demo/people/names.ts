import type { Seeded } from '@anye/kernel/random'
import { choiceOf } from '../draws.ts'

type Table = readonly (readonly [string, number])[]

// Surnames of the region by group; weights by feel of the county rosters, not a statistic.
const HAN: Table = [
  ['王', 9], ['李', 8], ['张', 7], ['陈', 6], ['刘', 6], ['杨', 5], ['罗', 4], ['吴', 4], ['黄', 4], ['周', 4],
  ['赵', 3], ['徐', 2], ['何', 3], ['胡', 2], ['邓', 2], ['曾', 2], ['唐', 2], ['谢', 2], ['彭', 2], ['蒋', 2],
  ['郭', 2], ['肖', 2], ['田', 2], ['冯', 1.5], ['袁', 1.5], ['朱', 1.5], ['任', 1], ['龚', 1], ['尹', 1],
  ['夏', 1], ['颜', 0.8], ['贺', 1], ['骆', 0.5], ['欧阳', 0.3], ['单', 0.2], ['解', 0.2], ['查', 0.3], ['仇', 0.1],
]
const BUYI: Table = [
  ['韦', 13], ['罗', 12], ['岑', 10], ['王', 11], ['黄', 9], ['陆', 7], ['覃', 4], ['蒙', 4], ['潘', 4], ['班', 4],
  ['贺', 3], ['吴', 3], ['李', 3], ['梁', 3], ['卢', 3], ['查', 2], ['杨', 2], ['何', 2], ['伍', 1], ['石', 1],
  ['郎', 1],
]
const MIAO: Table = [
  ['杨', 15], ['王', 12], ['李', 10], ['熊', 9], ['马', 7], ['陶', 6], ['张', 6], ['吴', 6], ['项', 4], ['古', 4],
  ['韩', 3], ['侯', 3], ['龙', 3], ['祝', 2], ['余', 2], ['候', 0.3],
]
const YI: Table = [['龙', 8], ['陇', 6], ['禄', 5], ['安', 6], ['杨', 4], ['李', 4], ['张', 4], ['柳', 2], ['甘', 2]]
const HUI: Table = [['马', 12], ['桂', 5], ['张', 5], ['王', 3], ['撒', 2], ['所', 1], ['李', 3]]

const surnameOf: Record<string, (random: Seeded) => string> = {
  布依族: choiceOf(BUYI), 苗族: choiceOf(MIAO), 彝族: choiceOf(YI), 回族: choiceOf(HUI),
}
const hanSurname = choiceOf(HAN)

const GENERATION = [...'国光明文正兴永德忠庭朝启应登世家成学开元廷洪昌荣贵安天泽']
const MALE_OLD = [...'华明才贵富云祥林发友全德兴福忠生龙强军荣平昌文武清']
const MALE_MIDDLE = [...'勇军伟平刚波林华强飞兵江海涛斌超云松鹏辉祥建']
const MALE_YOUNG = [...'杰浩宇轩豪鑫阳航涛毅恒宏磊博凯帆睿辰俊泽']
const FEMALE_OLD = [...'英秀珍芬兰芝美莲素仙凤桂琼香妹花']
const FEMALE_MIDDLE = [...'丽艳芳敏娟霞梅燕红琴玲萍群芬琼菊英']
const FEMALE_YOUNG = [...'婷欣怡雨佳涵颖雪瑶梦琪倩莹思静妍菲甜']
const FEMALE_FIRST = [...'小金玉秀桂春正朝应丽明文国仕光启廷']
// Pet syllables that Buyi and Miao registers keep as names: 阿妹, 小幺, 卜秀.
const LOCAL_FIRST = [...'阿小幺卜雅']

/** A surname of the group; groups without a table of their own share the Han one. */
export function drawSurname(random: Seeded, ethnic: string): string {
  return (surnameOf[ethnic] ?? hanSurname)(random)
}

/** The generation character (字辈) of a lineage: brothers and cousins of one age share it. */
export function drawGeneration(random: Seeded): string {
  return random.pick(GENERATION)
}

/** Given name plausible for sex, age and group; `generation` is used by most men above childhood. */
export function drawGivenName(
  random: Seeded,
  male: boolean,
  age: number,
  ethnic: string,
  generation: string,
): string {
  const local = ethnic === '布依族' || ethnic === '苗族'
  if (male) {
    const last = random.pick(age >= 55 ? MALE_OLD : age >= 28 ? MALE_MIDDLE : MALE_YOUNG)
    const draw = random.next()
    if (draw < (age < 28 ? 0.45 : 0.7)) return generation === last ? last : generation + last
    return draw < 0.85 ? last : random.pick(age >= 28 ? GENERATION : MALE_YOUNG) + last
  }
  const last = random.pick(age >= 50 ? FEMALE_OLD : age >= 25 ? FEMALE_MIDDLE : FEMALE_YOUNG)
  if (local && age >= 45 && random.next() < 0.3) return random.pick(LOCAL_FIRST) + last
  if (random.next() < (age < 25 ? 0.2 : 0.15)) return last
  return random.pick(age < 25 ? FEMALE_YOUNG : FEMALE_FIRST) + last
}
