import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { closedFor } from './closed-operations.ts'
import { factsOf } from './domain-facts.ts'
import { mustVerify } from './must-verify.ts'
import { type ReviewFacts, reviewAxes } from './review-axes.ts'
import { serviceState } from './service-state.ts'

const catalog = loadCatalog()
const today = '2026-11-24'
const priced = catalog.suffixes.filter(({ priceFen }) => priceFen.register !== null)

function unverifiedUnder(suffix: string): ReviewFacts {
  const facts = factsOf(
    {
      expiresOn: '2027-11-24',
      registeredOn: today,
      statuses: ['ok'],
      identity: 'unverified',
      refusedBefore: false,
      agentHeld: false,
      runningTask: undefined,
      runningKind: undefined,
      suffix,
      asked: undefined,
      row: { expires_at: new Date('2027-11-24'), registry_expires_at: null, unpaid_held_at: null },
    },
    { catalog, today },
  )
  const rest = {
    namingReview: null,
    needsQualification: false,
    ownQualification: null,
    takesCodes: false,
    codesSent: false,
    compliance: null,
  }
  return { ...facts, ...rest, holder: 'unverified', held: false, decided: [] }
}

describe('the duty to be verified, over every suffix with a price (S0-36, S1-54)', () => {
  it('knows suffixes of each kind', () => {
    const kinds = new Set(priced.map(({ realName }) => realName))
    expect(kinds).toContain('required')
    expect(kinds).toContain('unknown')
  })

  it.each(priced.map(({ suffix, realName }) => [suffix, realName] as const))(
    '.%s, %s, is one in state, axis and locks',
    (suffix, realName) => {
      const facts = unverifiedUnder(suffix)
      const must = mustVerify(realName)
      expect(serviceState(facts).key).toBe(must ? 'unverified' : 'normal')
      expect(reviewAxes(facts)[0]?.state === 'not-begun').toBe(must)
      expect(closedFor('holder-change', facts).length > 0).toBe(must)
      // What nobody knows stops nothing.
      if (!must) expect(closedFor('renew', facts)).toEqual([])
    },
  )
})
