import type { CodeList, CodeOf } from './code-list.ts'

/** GB/T 2261.2-2003 codes of marital status. */
export const MARITAL = [
  { code: '10', zh: '未婚', en: 'Never married', aliases: ['单身', '未婚的'] },
  { code: '20', zh: '已婚', en: 'Married', aliases: ['结婚', '有配偶', '己婚', '以婚'] },
  { code: '21', zh: '初婚', en: 'First marriage' },
  { code: '22', zh: '再婚', en: 'Remarried' },
  { code: '23', zh: '复婚', en: 'Remarried to former spouse' },
  { code: '30', zh: '丧偶', en: 'Widowed', aliases: ['丧妻', '丧夫', '寡居'] },
  { code: '40', zh: '离婚', en: 'Divorced', aliases: ['离异', '己离婚', '已离婚'] },
  { code: '90', zh: '未说明', en: 'Not stated', aliases: ['未说明的婚姻状况'] },
] as const satisfies CodeList

export type Marital = CodeOf<typeof MARITAL>
