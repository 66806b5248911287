/** Digits of a PIN. */
export const PIN_LENGTH = 6
/** Wrong PINs in a row after which only an online log-in opens the app; and after which the pack is gone. */
const LOCK_AFTER = 5
const WIPE_AFTER = 10

/** What the n-th wrong PIN in a row does. A lock takes the PIN's copies of the keys away, so counting goes on after a new PIN. */
export function afterWrongPin(wrongInARow: number): 'again' | 'lock' | 'wipe' {
  if (wrongInARow >= WIPE_AFTER) return 'wipe'
  return wrongInARow % LOCK_AFTER === 0 ? 'lock' : 'again'
}

/** How many more wrong PINs until the next lock. */
export function triesLeft(wrongInARow: number): number {
  return LOCK_AFTER - (wrongInARow % LOCK_AFTER)
}

/** Six equal digits, a run up or down, and a pattern of two are what a stranger tries first. */
export function isWeakPin(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, index) => Number(digit) - Number(pin[index])))
  const isRun = steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step))
  return isRun || /^(\d\d)\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin)
}
