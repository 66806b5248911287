import { acceptLines, cancelReview, getReview, listReviews, returnLines, settleLine, startReview, undoReview } from './endpoints.ts'

/** Review of the month's lines: by the line, and in bulk. */
export const reviewsContract = {
  accept: acceptLines, return: returnLines, settle: settleLine,
  start: startReview, get: getReview, list: listReviews, cancel: cancelReview, undo: undoReview,
}
