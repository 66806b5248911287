import type { CodeList, CodeOf } from './code-list.ts'

/** GB/T 4762 codes of political affiliation. */
export const POLITICAL = [
  { code: '01', zh: '中共党员', en: 'Communist Party member', aliases: ['党员', '中国共产党党员', '共产党员'] },
  { code: '02', zh: '中共预备党员', en: 'Probationary Party member', aliases: ['预备党员'] },
  { code: '03', zh: '共青团员', en: 'Youth League member', aliases: ['团员'] },
  { code: '04', zh: '民革会员', en: 'RCCK member', aliases: ['民革'] },
  { code: '05', zh: '民盟盟员', en: 'CDL member', aliases: ['民盟'] },
  { code: '06', zh: '民建会员', en: 'CNDCA member', aliases: ['民建'] },
  { code: '07', zh: '民进会员', en: 'CAPD member', aliases: ['民进'] },
  { code: '08', zh: '农工党党员', en: 'CPWDP member', aliases: ['农工党'] },
  { code: '09', zh: '致公党党员', en: 'CZGP member', aliases: ['致公党'] },
  { code: '10', zh: '九三学社社员', en: 'Jiusan Society member', aliases: ['九三学社', '九三'] },
  { code: '11', zh: '台盟盟员', en: 'TSL member', aliases: ['台盟'] },
  { code: '12', zh: '无党派民主人士', en: 'Without party, public figure', aliases: ['无党派', '无党派人士'] },
  { code: '13', zh: '群众', en: 'Ordinary citizen', aliases: ['普通群众', '普通公民', '无'] },
] as const satisfies CodeList

export type Political = CodeOf<typeof POLITICAL>
