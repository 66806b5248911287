import type { MessageKey } from './zh-CN.ts'

export type Locale = 'zh-CN' | 'en'
export type Params = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, params?: Params) => string

/**
 * Fills `{name}` in a message. A parameter that is not given stays visible as `{name}`, so that a mistake
 * shows on the first look instead of reading as a blank.
 */
export function fill(message: string, params: Params = {}): string {
  return message.replace(/\{(\w+)\}/g, (slot, name: string) => String(params[name] ?? slot))
}
