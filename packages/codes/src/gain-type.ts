import type { CodeList, CodeOf } from './code-list.ts'

/** How an employment gain came about (S2); codes are this project's own. */
export const GAIN_TYPE = [
  { code: '1', zh: '返岗', en: 'Returned to the old job', aliases: ['返岗就业', '复工'] },
  { code: '2', zh: '增岗', en: 'Newly created job', aliases: ['增岗就业', '新增', '新增就业'] },
  { code: '3', zh: '稳岗', en: 'Job kept', aliases: ['稳岗就业', '在岗'] },
] as const satisfies CodeList

export type GainType = CodeOf<typeof GAIN_TYPE>
