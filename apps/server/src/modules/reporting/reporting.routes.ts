import type { FastifyInstance } from 'fastify'
import { organizationContract } from '@anye/contract/organization/contract'
import { reportingContract as contract } from '@anye/contract/reporting/contract'
import { bind } from '../../platform/http/bind.ts'
import type { Services } from '../../platform/services.ts'
import { annotateReport } from './reports/annotate-report.ts'
import { compileReport } from './reports/compile-report.ts'
import { correctReport } from './reports/correct-report.ts'
import { mountReportDownload } from './reports/download-report.ts'
import { getReport } from './reports/get-report.ts'
import { listReports } from './reports/list-reports.ts'
import { signReport } from './reports/sign-report.ts'
import { getWeakGroup } from './weak-groups/get-weak-group.query.ts'
import { listWeakGroups } from './weak-groups/list-weak-groups.query.ts'

/** Joins the endpoints of reporting to their use cases. */
export const reportingRoutes = {
  reports: {
    list: bind(contract.reports.list, listReports),
    get: bind(contract.reports.get, getReport),
    compile: bind(contract.reports.compile, compileReport),
    annotate: bind(contract.reports.annotate, annotateReport),
    sign: bind(contract.reports.sign, signReport),
    correct: bind(contract.reports.correct, correctReport),
  },
}

/** Weak groups with their results: organization's list beside what indicators computed. */
export const weakGroupPages = {
  list: bind(organizationContract.weakGroups.list, listWeakGroups),
  get: bind(organizationContract.weakGroups.get, getWeakGroup),
}

/** Mounts the byte routes of reporting: the war report as a document. */
export function mountReporting(app: FastifyInstance, services: Services): void {
  mountReportDownload(app, services)
}
