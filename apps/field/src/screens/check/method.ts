import type { CheckMethodCode } from '@anye/contract/cards/check'
import { CHECK_METHOD } from '@anye/codes/card-status'

const STORAGE_KEY = 'anye.field.method'

/** How she checked last: the next check begins with it, so that a round of visits asks once. */
export function lastMethod(): CheckMethodCode {
  const kept = localStorage.getItem(STORAGE_KEY)
  return CHECK_METHOD.find(({ code }) => code === kept)?.code ?? 'visit'
}

export function keepMethod(method: CheckMethodCode): void {
  localStorage.setItem(STORAGE_KEY, method)
}
