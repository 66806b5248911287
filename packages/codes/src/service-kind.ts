import type { CodeList, CodeOf } from './code-list.ts'

/** What was done for a worker (服务): at a check or in answer to a need (S80). This project's own codes. */
export const SERVICE_KIND = [
  { code: 'policy', zh: '政策宣传', en: 'Policy explained', aliases: ['宣传政策'] },
  { code: 'offer', zh: '岗位推荐', en: 'Vacancy recommended', aliases: ['推荐岗位', '介绍工作'] },
  { code: 'trip', zh: '送工返岗', en: 'Journey arranged', aliases: ['返岗直通车', '送工'] },
  { code: 'training', zh: '安排培训', en: 'Training arranged', aliases: ['报名培训'] },
  { code: 'rights', zh: '维权协助', en: 'Help with a claim', aliases: ['协助讨薪'] },
  { code: 'paper', zh: '代办手续', en: 'Papers handled', aliases: ['代办', '办手续'] },
  { code: 'help', zh: '帮扶救助', en: 'Relief', aliases: ['救助'] },
  { code: 'other', zh: '其他', en: 'Other', aliases: ['其它'] },
] as const satisfies CodeList

export type ServiceKind = CodeOf<typeof SERVICE_KIND>
