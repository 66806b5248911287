import { z } from 'zod'

/** How far an issue goes: the row is imported and marked, imported and its owner asked, or not imported. */
export const IssueLevel = z.enum(['warned', 'queried', 'rejected'])
export type IssueLevel = z.infer<typeof IssueLevel>

/**
 * Rule (V01…V25 of DOMAIN 3.4, D3.3-n for an item of 3.3), level, and the sentence shown with
 * `{placeholders}`: what is wrong and what to do about it.
 */
export type IssueText = { rule: string; level: IssueLevel; zh: string; en: string }

export function rejected(rule: string, zh: string, en: string): IssueText {
  return { rule, level: 'rejected', zh, en }
}

export function queried(rule: string, zh: string, en: string): IssueText {
  return { rule, level: 'queried', zh, en }
}

export function warned(rule: string, zh: string, en: string): IssueText {
  return { rule, level: 'warned', zh, en }
}
