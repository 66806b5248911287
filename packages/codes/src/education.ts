import type { CodeList, CodeOf } from './code-list.ts'

/** GB/T 4658-2006 codes of record of formal schooling, with the words of field sheets as aliases. */
export const EDUCATION = [
  { code: '10', zh: '研究生教育', en: 'Postgraduate', aliases: ['研究生', '硕士及以上', '研究生及以上'] },
  { code: '11', zh: '博士研究生毕业', en: 'Doctorate', aliases: ['博士毕业', '博士', '博士研究生'] },
  { code: '12', zh: '博士研究生结业', en: 'Doctorate, completed', aliases: ['博士结业'] },
  { code: '13', zh: '博士研究生肄业', en: 'Doctorate, unfinished', aliases: ['博士肄业'] },
  { code: '14', zh: '硕士研究生毕业', en: 'Master', aliases: ['硕士毕业', '硕士', '硕士研究生'] },
  { code: '15', zh: '硕士研究生结业', en: 'Master, completed', aliases: ['硕士结业'] },
  { code: '16', zh: '硕士研究生肄业', en: 'Master, unfinished', aliases: ['硕士肄业'] },
  { code: '17', zh: '研究生班毕业', en: 'Postgraduate class', aliases: ['研究生班'] },
  { code: '18', zh: '研究生班结业', en: 'Postgraduate class, completed' },
  { code: '19', zh: '研究生班肄业', en: 'Postgraduate class, unfinished' },
  { code: '20', zh: '大学本科', en: 'Bachelor', aliases: ['本科', '本科及以上', '大学', '大本', '大学本科教育'] },
  { code: '21', zh: '大学本科毕业', en: 'Bachelor, graduated', aliases: ['本科毕业', '大学毕业'] },
  { code: '22', zh: '大学本科结业', en: 'Bachelor, completed', aliases: ['本科结业'] },
  { code: '23', zh: '大学本科肄业', en: 'Bachelor, unfinished', aliases: ['本科肄业'] },
  { code: '28', zh: '大学普通班毕业', en: 'University ordinary class', aliases: ['大学普通班'] },
  { code: '30', zh: '大学专科', en: 'Junior college', aliases: ['大专', '专科', '高职', '高职高专', '大专及以上'] },
  { code: '31', zh: '大学专科毕业', en: 'Junior college, graduated', aliases: ['大专毕业', '专科毕业'] },
  { code: '32', zh: '大学专科结业', en: 'Junior college, completed', aliases: ['大专结业'] },
  { code: '33', zh: '大学专科肄业', en: 'Junior college, unfinished', aliases: ['大专肄业'] },
  { code: '40', zh: '中等职业教育', en: 'Secondary vocational', aliases: ['中职', '中等职业', '中专或中技', '中技'] },
  { code: '41', zh: '中等专科毕业', en: 'Secondary specialised', aliases: ['中专', '中专毕业', '中等专科'] },
  { code: '42', zh: '中等专科结业', en: 'Secondary specialised, completed', aliases: ['中专结业'] },
  { code: '43', zh: '中等专科肄业', en: 'Secondary specialised, unfinished', aliases: ['中专肄业'] },
  { code: '44', zh: '职业高中毕业', en: 'Vocational senior', aliases: ['职高', '职高毕业', '职业高中'] },
  { code: '45', zh: '职业高中结业', en: 'Vocational senior, completed', aliases: ['职高结业'] },
  { code: '46', zh: '职业高中肄业', en: 'Vocational senior, unfinished', aliases: ['职高肄业'] },
  { code: '47', zh: '技工学校毕业', en: 'Technical school', aliases: ['技校', '技校毕业', '技工学校'] },
  { code: '48', zh: '技工学校结业', en: 'Technical school, completed', aliases: ['技校结业'] },
  { code: '49', zh: '技工学校肄业', en: 'Technical school, unfinished', aliases: ['技校肄业'] },
  { code: '60', zh: '普通高级中学教育', en: 'Senior secondary', aliases: ['高中', '普通高中', '高级中学', '高中或中专'] },
  { code: '61', zh: '普通高中毕业', en: 'Senior secondary, graduated', aliases: ['高中毕业'] },
  { code: '62', zh: '普通高中结业', en: 'Senior secondary, completed', aliases: ['高中结业'] },
  { code: '63', zh: '普通高中肄业', en: 'Senior secondary, unfinished', aliases: ['高中肄业', '高中未毕业'] },
  { code: '70', zh: '初级中学教育', en: 'Junior secondary', aliases: ['初中', '初级中学', '中学'] },
  { code: '71', zh: '初中毕业', en: 'Junior secondary, graduated' },
  { code: '73', zh: '初中肄业', en: 'Junior secondary, unfinished', aliases: ['初中未毕业'] },
  { code: '80', zh: '小学教育', en: 'Primary', aliases: ['小学', '小学文化'] },
  { code: '81', zh: '小学毕业', en: 'Primary, graduated' },
  { code: '83', zh: '小学肄业', en: 'Primary, unfinished', aliases: ['小学未毕业'] },
  {
    code: '90', zh: '其他', en: 'None or other',
    aliases: ['文盲或半文盲', '文盲', '半文盲', '文盲半文盲', '未上学', '没上过学', '未读书', '没读书', '扫盲班'],
  },
] as const satisfies CodeList

export type Education = CodeOf<typeof EDUCATION>

/** Rungs used in statistics and matching, low to high. */
export type EducationLevel = 'none' | 'primary' | 'junior' | 'senior' | 'college'

/** The rung of an education code; vocational secondary stands beside senior secondary. */
export function educationLevel(code: Education): EducationLevel {
  const group = code.charAt(0)
  if (group <= '3') return 'college'
  if (group <= '6') return 'senior'
  if (group === '7') return 'junior'
  return group === '8' ? 'primary' : 'none'
}
