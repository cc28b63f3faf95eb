import { changePoll, type XmlElement } from '@yuming/epp'
import type { RegistryReview } from '../../modules/domains/ports.ts'
import type { RegistryProfile } from './profiles.ts'

const axes = ['identity', 'naming', 'qualification'] as const

/**
 * What reviewers decided, told by a change poll whose sub-operation names the review (RFC 8590 §3.1.2). Only words that the
 * registry's profile knows mean something; silence and new words mean nothing.
 */
export function reviewIn(
  extensions: readonly XmlElement[],
  { decisions }: Pick<RegistryProfile, 'decisions'>,
): RegistryReview | undefined {
  const change = changePoll.elements.changeData.from(extensions)
  const axis = axes.find((one) => change?.op === `${one}-review`)
  if (!change || !axis) return undefined
  const words = (change.reason ?? '').trim().toLowerCase()
  const known = Object.entries(decisions).find(([said]) => said.toLowerCase() === words)
  return {
    axis,
    outcome: known?.[1] ?? 'unknown',
    deleted: change.operation === 'delete' && change.state === 'before',
  }
}
