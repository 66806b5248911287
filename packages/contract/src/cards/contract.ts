import * as calls from './calls/endpoints.ts'
import * as checks from './checks/endpoints.ts'
import * as lateWork from './late-work/endpoints.ts'
import * as lines from './lines/endpoints.ts'
import * as needs from './needs/endpoints.ts'
import * as sync from './sync/endpoints.ts'
import { closingsContract } from './closings/contract.ts'
import { reviewsContract } from './reviews/contract.ts'
import { samplesContract } from './samples/contract.ts'
import { paperContract } from './paper/contract.ts'

/** Endpoints of cards, the monthly service card, and of the phones that carry it into the field. */
export const cardsContract = {
  checks: { record: checks.recordCheck },
  calls: { recordFailed: calls.recordFailedCall },
  lines: { list: lines.listLines, get: lines.getLine },
  months: { progress: lines.listMonthProgress },
  needs: {
    list: needs.listNeeds, progress: needs.listNeedProgress, owners: needs.listNeedOwners, open: needs.openNeed, handOver: needs.handOverNeed,
    serve: needs.serveNeed, close: needs.closeNeed, reopen: needs.reopenNeed,
  },
  sync: { pull: sync.pullPack, push: sync.pushWork },
  lateWork: { list: lateWork.listLateWork, takeOver: lateWork.takeOverLateWork, discard: lateWork.discardLateWork },
  reviews: reviewsContract,
  closings: closingsContract,
  samples: samplesContract,
  paper: paperContract,
}
