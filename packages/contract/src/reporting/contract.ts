import * as endpoints from './endpoints.ts'

/** Endpoints of reporting. */
export const reportingContract = {
  reports: {
    list: endpoints.listReports, get: endpoints.getReport, compile: endpoints.compileReport, annotate: endpoints.annotateReport,
    sign: endpoints.signReport, correct: endpoints.correctReport,
  },
}
