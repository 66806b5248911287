import type { MessageKey } from './zh-CN.ts'

export type Locale = 'zh-CN' | 'en'
export type Params = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, params?: Params) => string

/** Fills `{name}` in a message; a parameter that is not given stays visible. */
export function fill(message: string, params: Params = {}): string {
  return message.replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot))
}
