import { describe, expect, it } from 'vitest'
import { type FollowedSession, followSession } from './followed-session.ts'

const of = (user: string | null) => ({ account: user === null ? null : { user } }) as FollowedSession

describe('a session that a tab follows', () => {
  it('is the same person’s through an end and a new beginning, and nobody else’s', () => {
    let known: FollowedSession | undefined
    for (const user of [null, 'one', 'one', null, null, 'one', null]) {
      known = followSession(known, of(user))
      expect(known?.account?.user ?? null).toBe(user)
    }
    expect(followSession(known, of('two'))).toBeUndefined()
    expect(followSession(of('one'), of('two'))).toBeUndefined()
  })
})
