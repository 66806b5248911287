import type { CodeList, CodeOf } from './code-list.ts'

/**
 * 在校生状况 of the poverty registration sheets. Exactly one of education and in-school is filled (V07).
 * The list has labels only; the codes are this project's own: stage, then year.
 */
export const IN_SCHOOL = [
  { code: '01', zh: '学龄前儿童', en: 'Below school age', aliases: ['学龄前', '婴幼儿'] },
  { code: '02', zh: '学前教育', en: 'Kindergarten', aliases: ['幼儿园', '学前班'] },
  { code: '10', zh: '小学', en: 'Primary school', aliases: ['小学在读', '小学生'] },
  { code: '17', zh: '七年级', en: 'Grade 7', aliases: ['初一', '初中一年级', '7年级'] },
  { code: '18', zh: '八年级', en: 'Grade 8', aliases: ['初二', '初中二年级', '8年级'] },
  { code: '19', zh: '九年级', en: 'Grade 9', aliases: ['初三', '初中三年级', '9年级'] },
  { code: '21', zh: '普通高中一年级', en: 'Senior 1', aliases: ['高一', '高中一年级'] },
  { code: '22', zh: '普通高中二年级', en: 'Senior 2', aliases: ['高二', '高中二年级'] },
  { code: '23', zh: '普通高中三年级', en: 'Senior 3', aliases: ['高三', '高中三年级'] },
  { code: '31', zh: '中职一年级', en: 'Vocational 1', aliases: ['中专一年级', '技校一年级', '职高一年级'] },
  { code: '32', zh: '中职二年级', en: 'Vocational 2', aliases: ['中专二年级', '技校二年级', '职高二年级'] },
  { code: '33', zh: '中职三年级', en: 'Vocational 3', aliases: ['中专三年级', '技校三年级', '职高三年级'] },
  { code: '41', zh: '高职高专一年级', en: 'Junior college 1', aliases: ['大专一年级', '高职一年级'] },
  { code: '42', zh: '高职高专二年级', en: 'Junior college 2', aliases: ['大专二年级', '高职二年级'] },
  { code: '43', zh: '高职高专三年级', en: 'Junior college 3', aliases: ['大专三年级', '高职三年级'] },
  { code: '51', zh: '技师学院一年级', en: 'Technician college 1' },
  { code: '52', zh: '技师学院二年级', en: 'Technician college 2' },
  { code: '53', zh: '技师学院三年级', en: 'Technician college 3' },
  { code: '54', zh: '技师学院四年级', en: 'Technician college 4' },
  { code: '61', zh: '本科一年级', en: 'University 1', aliases: ['大一', '大学一年级'] },
  { code: '62', zh: '本科二年级', en: 'University 2', aliases: ['大二', '大学二年级'] },
  { code: '63', zh: '本科三年级', en: 'University 3', aliases: ['大三', '大学三年级'] },
  { code: '64', zh: '本科四年级', en: 'University 4', aliases: ['大四', '大学四年级'] },
  { code: '65', zh: '本科五年级', en: 'University 5', aliases: ['大五', '大学五年级'] },
  { code: '70', zh: '硕士研究生及以上', en: 'Postgraduate', aliases: ['研究生在读', '硕士在读', '博士在读'] },
] as const satisfies CodeList

export type InSchool = CodeOf<typeof IN_SCHOOL>
