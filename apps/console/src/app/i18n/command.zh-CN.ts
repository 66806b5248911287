/** Words of the dialogs that change something. */
export const commandZh = {
  'command.busy': '处理中',
  'command.cancel': '取消',
  'command.reason': '理由',
  'command.reason.hint': '写明依据或原因，将记入审计',
  'command.reason.missing': '请填写理由（至少四个字）',
  'command.required': '请填写这一项',
} as const
