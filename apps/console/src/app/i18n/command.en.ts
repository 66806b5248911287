import type { commandZh } from './command.zh-CN.ts'

export const commandEn = {
  'command.busy': 'In progress',
  'command.cancel': 'Cancel',
  'command.reason': 'Reason',
  'command.reason.hint': 'Say on what grounds; it is kept in the audit',
  'command.reason.missing': 'Give a reason of at least four characters',
  'command.required': 'Fill this in',
} satisfies Record<keyof typeof commandZh, string>
