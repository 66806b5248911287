import { ERRORS } from '@anye/contract/errors'
import type { ErrorCode } from '@anye/contract/errors'
import { UnreadableWorkFile } from '@anye/pack/outbox/work-file'
import { StorageFull } from '@anye/pack/storage/storage-errors'
import type { Locale, Translate } from './i18n/translate.ts'
import { Refused } from './server.ts'

/** The sentence of a code of the error table; undefined when this phone does not know the code. */
export function sentenceOf(code: string, locale: Locale): string | undefined {
  if (!Object.prototype.hasOwnProperty.call(ERRORS, code)) return undefined
  const entry = ERRORS[code as ErrorCode]
  return locale === 'en' ? entry.en : entry.zh
}

/** What a person reads of any failure, once and near what she did. */
export function toProblem(error: unknown, locale: Locale, t: Translate): string {
  if (error instanceof StorageFull) return t('problem.full')
  if (error instanceof UnreadableWorkFile) return t(`problem.file.${error.fault}`)
  if (error instanceof Refused) {
    return sentenceOf(error.code, locale) ?? (error.code === 'unreachable' ? t('problem.unreachable') : t('problem.unknown'))
  }
  return error instanceof TypeError ? t('problem.unreachable') : t('problem.unknown')
}
