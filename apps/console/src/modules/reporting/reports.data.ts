import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, client } from '../../app/api.ts'

export function useReports(input: { unit: string | undefined; cursor: string | undefined }) {
  return useQuery({
    ...api.reporting.reports.list.queryOptions({ input }),
    placeholderData: keepPreviousData,
  })
}

export function useReport(id: string) {
  return useQuery(api.reporting.reports.get.queryOptions({ input: { id } }))
}

/** Closed days, the latest first, and whether today is one of them. */
export function useDays() {
  return useQuery(api.indicators.days.list.queryOptions({ input: {} }))
}

export function useUnits() {
  return useQuery(api.organization.listUnits.queryOptions({ input: {} }))
}

export type DocumentFormat = 'docx' | 'pdf'

/** Where the bytes of a report's document are fetched. */
export function documentAddress(id: string, format: DocumentFormat): string {
  return `/api/reporting/reports/${encodeURIComponent(id)}/document?format=${format}`
}

export const compileReport = client.reporting.reports.compile
export const annotateReport = client.reporting.reports.annotate
export const signReport = client.reporting.reports.sign
export const correctReport = client.reporting.reports.correct
export const TOUCHED_BY_REPORT = [api.reporting.key()]
