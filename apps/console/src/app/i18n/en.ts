import { indicatorsEn } from '../../modules/indicators/indicators.en.ts'
import { shellEn } from './shell.en.ts'
import { uiEn } from './ui.en.ts'
import type { MessageKey } from './zh-CN.ts'

/** Every message of the console in English; a missing key does not compile. */
export const en = { ...shellEn, ...uiEn, ...indicatorsEn } satisfies Record<MessageKey, string>
