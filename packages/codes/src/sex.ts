import type { CodeList, CodeOf } from './code-list.ts'

/** GB/T 2261.1-2003 codes of human sexes. */
export const SEX = [
  { code: '0', zh: '未知', en: 'Unknown', aliases: ['未知的性别'] },
  { code: '1', zh: '男', en: 'Male', aliases: ['男性', '男的', 'M', 'MALE', '♂'] },
  { code: '2', zh: '女', en: 'Female', aliases: ['女性', '女的', 'F', 'FALE', 'FEMALE', '♀'] },
  { code: '9', zh: '未说明', en: 'Not stated', aliases: ['未说明的性别'] },
] as const satisfies CodeList

export type Sex = CodeOf<typeof SEX>
