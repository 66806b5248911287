import type { CodeList, CodeOf } from './code-list.ts'

/**
 * Kinds of contract of an episode; a bare 有 says that there is one, not which. Codes are this project's own.
 */
export const CONTRACT_KIND = [
  { code: '1', zh: '固定期限', en: 'Fixed term', aliases: ['固定', '固定期限劳动合同', '有固定期限'] },
  { code: '2', zh: '无固定期限', en: 'Open-ended', aliases: ['无固定', '无固定期限劳动合同', '长期合同'] },
  { code: '3', zh: '以完成任务为期限', en: 'For one task', aliases: ['任务', '完成一定工作任务', '以完成一定工作任务为期限'] },
  { code: '4', zh: '劳务协议', en: 'Service agreement', aliases: ['劳务', '劳务合同', '劳务派遣', '劳务派遣合同'] },
  { code: '9', zh: '无合同', en: 'None', aliases: ['无', '没有', '未签', '未签订', '口头', '口头协议', '没签', '否'] },
] as const satisfies CodeList

export type ContractKind = CodeOf<typeof CONTRACT_KIND>
