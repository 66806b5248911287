import { indicatorsZh } from '../../modules/indicators/indicators.zh-CN.ts'
import { shellZh } from './shell.zh-CN.ts'
import { uiZh } from './ui.zh-CN.ts'

/** Every message of the console in Chinese. A module adds its own catalogue here and in `en.ts`. */
export const zh = { ...shellZh, ...uiZh, ...indicatorsZh } as const

export type MessageKey = keyof typeof zh
