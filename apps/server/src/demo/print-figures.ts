import type { Figure } from './figures.ts'

/** Standard errors a figure may be off before it counts as missed. */
export const TOLERATED_SIGMAS = 4

/** How many standard errors the measured figure lies from the given one. */
export function deviation({ expected, measured, sigma }: Figure): number {
  return (measured - expected) / sigma
}

/** The given figures beside the measured ones, a line each, missed ones marked. */
export function printFigures(figures: readonly Figure[]): string {
  const number = (value: number) =>
    Number.isInteger(value) || Math.abs(value) >= 1_000
      ? Math.round(value).toLocaleString('en')
      : value.toFixed(4)
  const rows = figures.map((figure) => {
    const sigmas = deviation(figure)
    const mark = Math.abs(sigmas) > TOLERATED_SIGMAS ? ' MISSED' : ''
    return line(figure.name, number(figure.expected), number(figure.measured), sigmas.toFixed(1) + mark)
  })
  return [
    `${'figure'.padEnd(32)}${'given'.padStart(14)}${'measured'.padStart(14)}${'sigmas'.padStart(8)}`,
    ...rows,
  ].join('\n')
}

const line = (name: string, given: string, measured: string, sigmas: string) =>
  `${name.padEnd(32)}${given.padStart(14)}${measured.padStart(14)}   ${sigmas}`
