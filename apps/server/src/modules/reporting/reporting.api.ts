// The door of reporting: what processes may call. No module stands above it.
export { compileReportIn } from './reports/compile-report.ts'
export { printReport } from './reports/print-report.ts'
export { reportToPrint } from './reports/printed-report.ts'
export { reportFileName } from './reports/report-document.rules.ts'
export { startReportWorker } from './reporting.jobs.ts'
export { resumeExports } from './registers/exports/make-export.ts'
