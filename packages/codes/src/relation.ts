import type { CodeList, CodeOf } from './code-list.ts'

/** GB/T 4761-2008 codes of family relationship to the head, with the 之子/之女 spellings of poverty sheets. */
export const RELATION = [
  { code: '01', zh: '本人', en: 'Self', aliases: ['本人或户主'] },
  { code: '02', zh: '户主', en: 'Head', aliases: ['户主本人', '户主(本人)', '家长'] },
  { code: '10', zh: '配偶', en: 'Spouse', aliases: ['之配偶', '爱人', '伴侣'] },
  { code: '11', zh: '夫', en: 'Husband', aliases: ['之夫', '丈夫', '老公'] },
  { code: '12', zh: '妻', en: 'Wife', aliases: ['之妻', '妻子', '老婆', '之妻子', '媳妇'] },
  { code: '20', zh: '子', en: 'Son', aliases: ['之子', '儿子', '之儿子', '儿'] },
  { code: '21', zh: '独生子', en: 'Only son' },
  { code: '22', zh: '长子', en: 'Eldest son', aliases: ['之长子', '大儿子'] },
  { code: '23', zh: '次子', en: 'Second son', aliases: ['之次子', '二子', '二儿子'] },
  { code: '24', zh: '三子', en: 'Third son', aliases: ['之三子', '三儿子'] },
  { code: '25', zh: '四子', en: 'Fourth son', aliases: ['之四子', '四儿子'] },
  { code: '26', zh: '五子', en: 'Fifth son', aliases: ['之五子', '五儿子'] },
  { code: '27', zh: '养子或继子', en: 'Adopted or step son', aliases: ['养子', '继子', '之养子', '之继子'] },
  { code: '28', zh: '女婿', en: 'Son-in-law', aliases: ['之女婿', '上门女婿', '婿'] },
  { code: '29', zh: '其他儿子', en: 'Other son' },
  { code: '30', zh: '女', en: 'Daughter', aliases: ['之女', '女儿', '之女儿'] },
  { code: '31', zh: '独生女', en: 'Only daughter' },
  { code: '32', zh: '长女', en: 'Eldest daughter', aliases: ['之长女', '大女儿'] },
  { code: '33', zh: '次女', en: 'Second daughter', aliases: ['之次女', '二女', '二女儿'] },
  { code: '34', zh: '三女', en: 'Third daughter', aliases: ['之三女', '三女儿'] },
  { code: '35', zh: '四女', en: 'Fourth daughter', aliases: ['之四女', '四女儿'] },
  { code: '36', zh: '五女', en: 'Fifth daughter', aliases: ['之五女', '五女儿'] },
  { code: '37', zh: '养女或继女', en: 'Adopted or step daughter', aliases: ['养女', '继女', '之养女', '之继女'] },
  { code: '38', zh: '儿媳', en: 'Daughter-in-law', aliases: ['之儿媳', '儿媳妇', '之儿媳妇'] },
  { code: '39', zh: '其他女儿', en: 'Other daughter' },
  { code: '40', zh: '孙子、孙女或外孙子、外孙女', en: 'Grandchild', aliases: ['孙辈', '孙', '孙子女', '外孙子女'] },
  { code: '41', zh: '孙子', en: "Son's son", aliases: ['之孙子', '之孙'] },
  { code: '42', zh: '孙女', en: "Son's daughter", aliases: ['之孙女'] },
  { code: '43', zh: '外孙子', en: "Daughter's son", aliases: ['之外孙子', '外孙', '之外孙'] },
  { code: '44', zh: '外孙女', en: "Daughter's daughter", aliases: ['之外孙女'] },
  { code: '45', zh: '孙媳妇或外孙媳妇', en: "Grandson's wife", aliases: ['孙媳', '孙媳妇', '之孙媳', '外孙媳妇'] },
  { code: '46', zh: '孙女婿或外孙女婿', en: "Granddaughter's husband", aliases: ['孙女婿', '之孙女婿', '外孙女婿'] },
  { code: '47', zh: '曾孙子或曾外孙子', en: 'Great-grandson', aliases: ['曾孙子', '曾孙', '之曾孙子', '重孙'] },
  { code: '48', zh: '曾孙女或曾外孙女', en: 'Great-granddaughter', aliases: ['曾孙女', '之曾孙女', '重孙女'] },
  { code: '49', zh: '其他孙子、孙女或外孙子、外孙女', en: 'Other grandchild' },
  { code: '50', zh: '父母', en: 'Parent' },
  { code: '51', zh: '父亲', en: 'Father', aliases: ['父', '之父', '之父亲', '爸爸'] },
  { code: '52', zh: '母亲', en: 'Mother', aliases: ['母', '之母', '之母亲', '妈妈'] },
  { code: '53', zh: '公公', en: "Husband's father", aliases: ['之公公'] },
  { code: '54', zh: '婆婆', en: "Husband's mother", aliases: ['之婆婆'] },
  { code: '55', zh: '岳父', en: "Wife's father", aliases: ['之岳父', '丈人'] },
  { code: '56', zh: '岳母', en: "Wife's mother", aliases: ['之岳母', '丈母娘'] },
  { code: '57', zh: '继父或养父', en: 'Step or adoptive father', aliases: ['继父', '养父', '之继父', '之养父'] },
  { code: '58', zh: '继母或养母', en: 'Step or adoptive mother', aliases: ['继母', '养母', '之继母', '之养母'] },
  { code: '59', zh: '其他父母关系', en: 'Other parent' },
  { code: '60', zh: '祖父母或外祖父母', en: 'Grandparent', aliases: ['祖辈'] },
  { code: '61', zh: '祖父', en: "Father's father", aliases: ['之祖父', '爷爷'] },
  { code: '62', zh: '祖母', en: "Father's mother", aliases: ['之祖母', '奶奶'] },
  { code: '63', zh: '外祖父', en: "Mother's father", aliases: ['之外祖父', '外公'] },
  { code: '64', zh: '外祖母', en: "Mother's mother", aliases: ['之外祖母', '外婆'] },
  { code: '65', zh: '配偶的祖父母或外祖父母', en: "Spouse's grandparent" },
  { code: '66', zh: '曾祖父', en: 'Great-grandfather', aliases: ['之曾祖父'] },
  { code: '67', zh: '曾祖母', en: 'Great-grandmother', aliases: ['之曾祖母'] },
  { code: '68', zh: '配偶的曾祖父母', en: "Spouse's great-grandparent" },
  { code: '69', zh: '其他祖父母或外祖父母关系', en: 'Other grandparent' },
  { code: '70', zh: '兄弟姐妹', en: 'Sibling', aliases: ['之兄弟姐妹'] },
  { code: '71', zh: '兄', en: 'Elder brother', aliases: ['之兄', '哥哥', '兄长'] },
  { code: '72', zh: '嫂', en: "Elder brother's wife", aliases: ['之嫂', '嫂子', '嫂嫂'] },
  { code: '73', zh: '弟', en: 'Younger brother', aliases: ['之弟', '弟弟', '之弟弟'] },
  { code: '74', zh: '弟媳', en: "Younger brother's wife", aliases: ['之弟媳', '弟媳妇', '弟妹'] },
  { code: '75', zh: '姐姐', en: 'Elder sister', aliases: ['姐', '之姐', '之姐姐'] },
  { code: '76', zh: '姐夫', en: "Elder sister's husband", aliases: ['之姐夫'] },
  { code: '77', zh: '妹妹', en: 'Younger sister', aliases: ['妹', '之妹', '之妹妹'] },
  { code: '78', zh: '妹夫', en: "Younger sister's husband", aliases: ['之妹夫'] },
  { code: '79', zh: '其他兄弟姐妹', en: 'Other sibling' },
  { code: '80', zh: '其他', en: 'Other', aliases: ['其它', '之其他'] },
  { code: '81', zh: '伯父', en: "Father's elder brother", aliases: ['之伯父', '大伯'] },
  { code: '82', zh: '伯母', en: "Father's elder brother's wife", aliases: ['之伯母'] },
  { code: '83', zh: '叔父', en: "Father's younger brother", aliases: ['之叔父', '叔叔', '之叔'] },
  { code: '84', zh: '婶母', en: "Father's younger brother's wife", aliases: ['之婶母', '婶婶'] },
  { code: '85', zh: '舅父', en: "Mother's brother", aliases: ['之舅父', '舅舅'] },
  { code: '86', zh: '舅母', en: "Mother's brother's wife", aliases: ['之舅母', '舅妈'] },
  { code: '87', zh: '姨父', en: "Mother's sister's husband", aliases: ['之姨父', '姨夫'] },
  { code: '88', zh: '姨母', en: "Mother's sister", aliases: ['之姨母', '姨妈'] },
  { code: '89', zh: '姑父', en: "Father's sister's husband", aliases: ['之姑父', '姑夫'] },
  { code: '90', zh: '姑母', en: "Father's sister", aliases: ['之姑母', '姑妈'] },
  { code: '91', zh: '堂兄弟、堂姐妹', en: 'Paternal cousin', aliases: ['堂兄', '堂弟', '堂姐', '堂妹', '堂兄弟'] },
  { code: '92', zh: '表兄弟、表姐妹', en: 'Maternal cousin', aliases: ['表兄', '表弟', '表姐', '表妹', '表兄弟'] },
  { code: '93', zh: '侄子', en: "Brother's son", aliases: ['侄儿', '之侄儿', '之侄子', '侄'] },
  { code: '94', zh: '侄女', en: "Brother's daughter", aliases: ['之侄女'] },
  { code: '95', zh: '外甥', en: "Sister's son", aliases: ['之外甥'] },
  { code: '96', zh: '外甥女', en: "Sister's daughter", aliases: ['之外甥女'] },
  { code: '97', zh: '其他亲属', en: 'Other relative', aliases: ['亲戚', '亲属', '其它亲属'] },
  { code: '99', zh: '非亲属', en: 'Not a relative', aliases: ['无亲属关系'] },
] as const satisfies CodeList

export type Relation = CodeOf<typeof RELATION>

const MALE = new Set((
  '11 20 21 22 23 24 25 26 27 28 29 41 43 46 47 ' +
  '51 53 55 57 61 63 66 71 73 76 78 81 83 85 87 89 93 95'
).split(' '))
const FEMALE = new Set((
  '12 30 31 32 33 34 35 36 37 38 39 42 44 45 48 ' +
  '52 54 56 58 62 64 67 72 74 75 77 82 84 86 88 90 94 96'
).split(' '))

/** The sex a relation implies (DOMAIN §3.3-12: 之子 for a woman), or undefined where it implies none. */
export function sexOfRelation(code: Relation): '1' | '2' | undefined {
  if (MALE.has(code)) return '1'
  return FEMALE.has(code) ? '2' : undefined
}

/** True for the head of the household; sheets write 本人 and 户主 alike (V06 counts both). */
export function isHead(code: Relation): boolean {
  return code === '01' || code === '02'
}

/** True for a spouse of the head (V06 warns about more than one). */
export function isSpouse(code: Relation): boolean {
  return code === '10' || code === '11' || code === '12'
}
