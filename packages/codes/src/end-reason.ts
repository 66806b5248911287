import type { CodeList, CodeOf } from './code-list.ts'

/** Why an employment episode ended; it opens a service task. Codes are this project's own. */
export const END_REASON = [
  { code: '01', zh: '合同到期', en: 'Contract ended', aliases: ['到期', '合同期满'] },
  { code: '02', zh: '裁员停工', en: 'Dismissed or stopped', aliases: ['裁员', '停工', '停产', '工厂倒闭', '没活干', '厂里没活'] },
  { code: '03', zh: '家庭原因', en: 'Family', aliases: ['家庭', '照顾老人', '照顾小孩', '带孩子', '家里有事'] },
  { code: '04', zh: '伤病', en: 'Illness', aliases: ['生病', '受伤', '疾病'] },
  { code: '05', zh: '工伤', en: 'Work injury' },
  { code: '06', zh: '工资低', en: 'Low wage', aliases: ['工资太低', '待遇低'] },
  { code: '07', zh: '农忙', en: 'Farm season', aliases: ['农忙返乡', '回家农忙', '收种'] },
  { code: '08', zh: '婚育', en: 'Marriage or birth', aliases: ['结婚', '怀孕', '生小孩', '生育', '哺乳'] },
  { code: '09', zh: '死亡', en: 'Death', aliases: ['去世', '已故'] },
  { code: '10', zh: '失联', en: 'Lost contact', aliases: ['联系不上', '失去联系'] },
  { code: '99', zh: '其他', en: 'Other', aliases: ['其它', '回来了', '返乡'] },
] as const satisfies CodeList

export type EndReason = CodeOf<typeof END_REASON>
