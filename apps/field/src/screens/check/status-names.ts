import { CARD_STATUS } from '@anye/codes/card-status'

type Name = { zh: string; en: string }

/** Names of the states of the monthly check; a code of a newer server stands for itself. */
export function statusName(code: string): Name {
  return CARD_STATUS.find((entry) => entry.code === code) ?? { zh: code, en: code }
}
