import type { Office } from '../office.ts'
import { deadlinePassed } from './name-review.ts'
import { decide } from './review-decision.ts'

const atMost = 500

/**
 * Does what the reviewers' scripts and the five days ask for, in the order in which their times came: a clock that
 * jumps leads to what a clock that runs leads to. @returns how many steps were made; call again until 0
 */
export function turnReviews(office: Office): number {
  const { reviews } = office
  const now = office.clock.now()
  for (let steps = 0; steps < atMost; steps++) {
    const due = reviews.firstDue(now)
    const deadline = reviews.firstDeadline(now)
    if (due && (!deadline || due.at <= deadline.at)) decide(office, due.review, due)
    else if (deadline) deadlinePassed(office, deadline.domain)
    else return steps
  }
  return atMost
}
