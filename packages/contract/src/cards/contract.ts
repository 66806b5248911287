import * as checks from './checks/endpoints.ts'
import * as lines from './lines/endpoints.ts'
import * as needs from './needs/endpoints.ts'
import { paperContract } from './paper/contract.ts'

/** Endpoints of cards, the monthly service card. */
export const cardsContract = {
  checks: { record: checks.recordCheck },
  lines: { list: lines.listLines, get: lines.getLine },
  months: { progress: lines.listMonthProgress },
  needs: {
    list: needs.listNeeds, progress: needs.listNeedProgress, owners: needs.listNeedOwners, open: needs.openNeed, handOver: needs.handOverNeed,
    serve: needs.serveNeed, close: needs.closeNeed, reopen: needs.reopenNeed,
  },
  paper: paperContract,
}
