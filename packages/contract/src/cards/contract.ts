import * as checks from './checks/endpoints.ts'
import * as lines from './lines/endpoints.ts'
import { closingsContract } from './closings/contract.ts'
import { reviewsContract } from './reviews/contract.ts'
import { samplesContract } from './samples/contract.ts'
import { paperContract } from './paper/contract.ts'

/** Endpoints of cards, the monthly service card. */
export const cardsContract = {
  checks: { record: checks.recordCheck },
  lines: { list: lines.listLines, get: lines.getLine },
  months: { progress: lines.listMonthProgress },
  reviews: reviewsContract,
  closings: closingsContract,
  samples: samplesContract,
  paper: paperContract,
}
