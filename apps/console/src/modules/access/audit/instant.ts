const SHANGHAI_SECOND = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** Instant (ISO 8601) → `2026-11-24 08:30:05` in Asia/Shanghai: the order within a minute matters here. */
export function formatInstant(instant: string): string {
  return SHANGHAI_SECOND.format(new Date(instant))
}
