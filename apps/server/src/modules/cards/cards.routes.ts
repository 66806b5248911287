import { cardsContract } from '@anye/contract/cards/contract'
import { bind } from '../../platform/http/bind.ts'
import { recordFailedCall } from './calls/record-failed-call.ts'
import { recordCheck } from './checks/record-check.ts'
import { closingsRoutes } from './closings/closings.routes.ts'
import { getLine } from './lines/get-line.query.ts'
import { listLines } from './lines/list-lines.query.ts'
import { getMonthProgress } from './months/month-progress.query.ts'
import { reviewsRoutes } from './reviews/reviews.routes.ts'
import { samplesRoutes } from './samples/samples.routes.ts'
import { closeNeed, handOverNeed, openNeed, reopenNeed, serveNeed } from './needs/change-need.ts'
import { listNeeds } from './needs/list-needs.query.ts'
import { listNeedOwners } from './needs/need-owner.ts'
import { listNeedProgress } from './needs/need-progress.query.ts'
import { paperRoutes } from './paper/paper.routes.ts'

/** Joins the endpoints of cards to their use cases. */
export const cardsRoutes = {
  checks: { record: bind(cardsContract.checks.record, recordCheck) },
  calls: { recordFailed: bind(cardsContract.calls.recordFailed, recordFailedCall) },
  lines: { list: bind(cardsContract.lines.list, listLines), get: bind(cardsContract.lines.get, getLine) },
  months: { progress: bind(cardsContract.months.progress, getMonthProgress) },
  reviews: reviewsRoutes,
  closings: closingsRoutes,
  samples: samplesRoutes,
  needs: {
    list: bind(cardsContract.needs.list, listNeeds), progress: bind(cardsContract.needs.progress, listNeedProgress),
    owners: bind(cardsContract.needs.owners, listNeedOwners), open: bind(cardsContract.needs.open, openNeed),
    handOver: bind(cardsContract.needs.handOver, handOverNeed), serve: bind(cardsContract.needs.serve, serveNeed),
    close: bind(cardsContract.needs.close, closeNeed), reopen: bind(cardsContract.needs.reopen, reopenNeed),
  },
  paper: paperRoutes,
}
