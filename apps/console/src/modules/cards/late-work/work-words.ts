import { CARD_STATUS, CHECK_METHOD } from '@anye/codes/card-status'
import { labelOf } from '@anye/codes/code-list'
import type { CodeList } from '@anye/codes/code-list'
import { NEED_KIND } from '@anye/codes/need-kind'
import type { Locale, Translate } from '../../../app/i18n/translate.ts'

type Input = Readonly<Record<string, unknown>>

/**
 * What somebody's phone says was done, in words. The input may be of an older or newer phone, or refused for what it says: nothing of
 * it is taken for granted, what is not understood is left out.
 */
export function workWords(endpoint: string, input: Input, locale: Locale, t: Translate): string {
  const language = locale === 'en' ? 'en' : 'zh'
  const name = (list: CodeList, code: unknown) => (typeof code === 'string' && code !== 'none' ? labelOf(list, code, language) : undefined)
  if (endpoint !== 'cards.check.record') return [t(`late.endpoint.${knownEndpoint(endpoint)}`), jobWords(input, t)].filter(Boolean).join('；')
  const needs = Array.isArray(input['needs']) ? input['needs'].map((need) => name(NEED_KIND, textIn(need, 'kind'))).filter(Boolean) : []
  return [
    [name(CARD_STATUS, input['status']), input['noChange'] === true ? t('late.noChange') : undefined].filter(Boolean).join(' · '),
    name(CHECK_METHOD, input['method']),
    jobWords(recordIn(input, 'job'), t),
    needs.length > 0 ? t('late.needs', { kinds: needs.join(t('late.and')) }) : undefined,
    textIn(input, 'note'),
  ].filter(Boolean).join('；')
}

const ENDPOINTS = ['registry.episode.add', 'registry.episode.correct', 'registry.episode.end', 'registry.evidence.add', 'cards.call.record_failed'] as const

function knownEndpoint(endpoint: string): (typeof ENDPOINTS)[number] | 'other' {
  return ENDPOINTS.find((known) => known === endpoint) ?? 'other'
}

/** A job that begins or ends, from a check or from a form about a job. */
function jobWords(job: Input | undefined, t: Translate): string | undefined {
  const employer = textIn(recordIn(job, 'episode'), 'employer')
  const start = textIn(recordIn(job, 'episode'), 'startOn')
  const end = textIn(job, 'endOn')
  if (employer !== undefined) return t('late.job.begin', { employer, start: start ?? '' })
  return end === undefined ? undefined : t('late.job.end', { end })
}

function recordIn(value: unknown, key: string): Input | undefined {
  const found = typeof value === 'object' && value !== null ? (value as Input)[key] : undefined
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Input) : undefined
}

function textIn(value: unknown, key: string): string | undefined {
  const found = typeof value === 'object' && value !== null ? (value as Input)[key] : undefined
  return typeof found === 'string' && found !== '' ? found : undefined
}
