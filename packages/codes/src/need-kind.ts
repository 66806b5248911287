import type { CodeEntry, CodeOf } from './code-list.ts'

/** What a worker asks for at a check (需求), with the days within which the named task is to be done (S80). This project's own codes. */
export const NEED_KIND = [
  { code: 'away', zh: '外出就业', en: 'Work elsewhere', days: 10, aliases: ['外出务工', '想外出', '返岗'] },
  { code: 'near', zh: '就近就业', en: 'Work nearby', days: 10, aliases: ['就近务工', '本地找活'] },
  { code: 'post', zh: '公益性岗位', en: 'Public-welfare post', days: 20, aliases: ['公益岗', '公益性岗位安置'] },
  { code: 'training', zh: '技能培训', en: 'Training', days: 20, aliases: ['培训', '学技术'] },
  { code: 'startup', zh: '创业扶持', en: 'Help to start a business', days: 20, aliases: ['创业', '贷款'] },
  { code: 'wage', zh: '讨薪维权', en: 'Wage arrears', days: 5, aliases: ['欠薪', '讨薪', '维权'] },
  { code: 'insurance', zh: '社保办理', en: 'Social insurance', days: 20, aliases: ['社保', '参保'] },
  { code: 'hardship', zh: '困难帮扶', en: 'Hardship', days: 10, aliases: ['救助', '困难'] },
  { code: 'other', zh: '其他', en: 'Other', days: 20, aliases: ['其它'] },
] as const satisfies readonly (CodeEntry & { days: number })[]

export type NeedKind = CodeOf<typeof NEED_KIND>

/** Days within which a need of this kind is to be served. */
export function daysOf(kind: NeedKind): number {
  return NEED_KIND.find(({ code }) => code === kind)?.days ?? 20
}
