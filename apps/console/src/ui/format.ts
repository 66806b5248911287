/** How figures, dates and times are written on screen. Reports have their own Chinese forms. */

const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
export const NO_VALUE = '—'

/** 12345 → `12,345`; null → `—`. */
export function formatInteger(value: number | null | undefined): string {
  return value === null || value === undefined ? NO_VALUE : GROUPED.format(value)
}

/** Per cent with one decimal, without the sign: 96.37 → `96.4`. */
export function formatPercent(percent: number | null | undefined): string {
  if (percent === null || percent === undefined) return NO_VALUE
  // 99.96 is not "100.0": a household without a job must stay visible in the figure.
  const shown = percent < 100 && percent > 99.9 ? 99.9 : percent
  return shown.toFixed(1)
}

/** Signed with a true minus: 0.4 → `+0.4`, −1.25 → `−1.3`, 0 → `0.0`. */
export function formatSigned(value: number | null | undefined, digits = 1): string {
  if (value === null || value === undefined) return NO_VALUE
  const rounded = Number(value.toFixed(digits))
  const text = Math.abs(rounded).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  if (rounded === 0) return text
  return rounded > 0 ? `+${text}` : `−${text}`
}

const SHANGHAI_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** Instant (ISO 8601) → `2026-11-24 08:30` in Asia/Shanghai, whatever the viewer's machine says. */
export function formatDateTime(instant: string | null | undefined): string {
  return instant ? SHANGHAI_TIME.format(new Date(instant)) : NO_VALUE
}
