/** After so long without a key, a click or a touch nobody is taken to sit at the page. */
const ATTENTION_MS = 2 * 60_000

const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

// Milliseconds since the page was opened, as events tell them; opening it is a sign, too.
let seenAt = 0

for (const sign of SIGNS) addEventListener(sign, ({ timeStamp }) => { seenAt = timeStamp }, { capture: true, passive: true })

/**
 * Whether somebody is at the page. Pages refresh themselves while figures move; such requests say so, because otherwise a
 * desk that was left would never be signed out. A page put on full screen is a wall chart, and stays.
 */
export function isAttended(): boolean {
  return document.fullscreenElement !== null || performance.now() - seenAt < ATTENTION_MS
}
