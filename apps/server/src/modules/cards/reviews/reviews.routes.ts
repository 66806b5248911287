import { reviewsContract } from '@anye/contract/cards/reviews/contract'
import { bind } from '../../../platform/http/bind.ts'
import { cancelReview, undoReview } from './end-review.ts'
import { acceptLines, returnLines } from './review-lines.ts'
import { getReview, listReviews } from './reviews.query.ts'
import { settleLine } from './settle-line.ts'
import { startReview } from './start-review.ts'

/** Joins the endpoints of the review to their use cases. */
export const reviewsRoutes = {
  accept: bind(reviewsContract.accept, acceptLines), return: bind(reviewsContract.return, returnLines),
  settle: bind(reviewsContract.settle, settleLine), start: bind(reviewsContract.start, startReview),
  get: bind(reviewsContract.get, getReview), list: bind(reviewsContract.list, listReviews),
  cancel: bind(reviewsContract.cancel, cancelReview), undo: bind(reviewsContract.undo, undoReview),
}
