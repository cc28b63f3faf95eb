import { changePoll, type XmlElement } from '@yuming/epp'
import type { RegistryReview } from '../../modules/domains/ports.ts'

const axes = ['identity', 'naming', 'qualification'] as const

/** What reviewers decided, told by a change poll whose sub-operation names the review (RFC 8590 §3.1.2). */
export function reviewIn(extensions: readonly XmlElement[]): RegistryReview | undefined {
  const change = changePoll.elements.changeData.from(extensions)
  const axis = axes.find((one) => change?.op === `${one}-review`)
  if (!change || !axis) return undefined
  return {
    axis,
    passed: !/fail|not verified/i.test(change.reason ?? ''),
    deleted: change.operation === 'delete' && change.state === 'before',
  }
}
