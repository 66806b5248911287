const TWO = (value: number) => String(value).padStart(2, '0')
const SHANGHAI_MS = 8 * 3_600_000

/** Instant (ISO 8601) → `10:21` today, `11-19 10:21` otherwise, in Asia/Shanghai whatever the phone says. */
export function formatTime(instant: string, now: number): string {
  const [at, present] = [new Date(Date.parse(instant) + SHANGHAI_MS), new Date(now + SHANGHAI_MS)]
  const clock = `${TWO(at.getUTCHours())}:${TWO(at.getUTCMinutes())}`
  const isToday = at.toISOString().slice(0, 10) === present.toISOString().slice(0, 10)
  return isToday ? clock : `${TWO(at.getUTCMonth() + 1)}-${TWO(at.getUTCDate())} ${clock}`
}

/** 1,234,567 → `1.2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  const megabytes = bytes / (1024 * 1024)
  return megabytes < 1024 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1024).toFixed(1)} GB`
}

/** 12345 → `12,345`. */
export const formatInteger = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
