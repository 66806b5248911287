import { paths } from '../../app/paths.ts'
import type { ReportContent, ReportFigure } from './report-types.ts'

/** The row of the books in the same document that a change opens to. */
export function ledgerAnchor(counter: string): string {
  return `ledger-${counter.replaceAll('.', '-')}`
}

/**
 * Where a figure of a report leads: its records on the frozen day, or the line of the books it is the change
 * of.
 * Undefined for a figure without records.
 */
export function figureHref({ opens }: ReportFigure, ledger: ReportContent['ledger']): string | undefined {
  if (opens === null) return undefined
  const { counter, place, day, view } = opens
  if (view === 'cards') return paths.cardProgress(place, { month: counter })
  if (view === 'members') return paths.members(counter, { place, day })
  return ledger.some(({ key }) => key === counter) ? `#${ledgerAnchor(counter)}` : paths.day(day, { place })
}
