/**
 * How long a log-in lasts. At a desk: idle half an hour, twelve hours at most (GB/T 22239-2019 8.1.4.1). On a registered phone the
 * app itself closes behind its PIN after minutes, so the session may wait for the next network (docs/decisions/0017-field-keys.md).
 * One silence ends all of it: the session, what the phone holds (it is told), and the memory of what changed for it (decision 0020).
 */
export const FIELD_IDLE_DAYS = 14
export const FIELD_ABSOLUTE_DAYS = 90

const MINUTE = 60_000
const DAY = 86_400_000

/** @param session times in milliseconds since 1970 */
export function isIdle(session: { seenAt: number; onPhone: boolean }, now: number, deskIdleMinutes: number): boolean {
  return now - session.seenAt > (session.onPhone ? FIELD_IDLE_DAYS * DAY : deskIdleMinutes * MINUTE)
}
