import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import type { ProviderMessage, VerificationProvider } from './ports.ts'
import { createProviderMessageReader } from './provider-messages.ts'

let database: TestDatabase
const clock = fixedClock('2026-11-24T02:00:00Z')
const log = pino({ level: 'silent' })

/** A provider as the wire shows it: a queue whose messages stay until they were kept, and codes that can be asked for. */
function provider(queue: ProviderMessage[], codes: Record<string, string>): VerificationProvider {
  const unasked = () => Promise.reject(new Error('not asked here'))
  return {
    id: 'provider',
    checkLabels: unasked,
    verifyHolder: unasked,
    verifyLabel: unasked,
    signedCode: async (code) => codes[code],
    async drainMessages(keep) {
      let read = 0
      for (let message = queue[0]; message; message = queue[0]) {
        await keep(message)
        queue.shift()
        read += 1
      }
      return read
    },
    proves: () => true,
  }
}
const reader = (queue: ProviderMessage[], codes: Record<string, string> = {}) =>
  createProviderMessageReader({ db: database.db, provider: provider(queue, codes), clock, log, everyMs: 1_000 })
const known = () =>
  database.db
    .selectFrom('provider_verification')
    .select(['code', 'state', 'message', 'encoded'])
    .orderBy('code')
    .execute()
const wait = (code: string) =>
  database.db
    .insertInto('provider_verification')
    .values({ code, task: null, state: 'pending', message: null, encoded: null, asked_at: clock.now() })
    .execute()

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  clock.set('2026-11-24T02:00:00Z')
  await database.db.deleteFrom('provider_verification').execute()
})

describe('how a pending verification ended', () => {
  it('is kept before it is acknowledged, with the code that was signed', async () => {
    await wait('1-R1')
    expect(await reader([{ code: '1-R1', passed: true, message: '通过' }], { '1-R1': 'c2lnbmVk' }).look()).toBe(1)
    expect(await known()).toEqual([{ code: '1-R1', state: 'passed', message: null, encoded: 'c2lnbmVk' }])
  })

  it('is asked for later when its code is not there yet, and the messages behind it are read all the same', async () => {
    await wait('1-R1')
    const queue = [
      { code: '1-R1', passed: true, message: '通过' },
      { code: '1-R2', passed: true, message: '通过' },
      { code: '1-R3', passed: false, message: '不通过' },
    ]
    await reader(queue).look()
    expect(queue).toEqual([])
    expect((await known()).map(({ code, state }) => [code, state])).toEqual([
      ['1-R1', 'pending'],
      ['1-R2', 'pending'],
      ['1-R3', 'refused'],
    ])
    clock.advance(11 * 60_000)
    expect(await reader([], { '1-R1': 'c2lnbmVk', '1-R2': 'c2lnbmVk' }).look()).toBe(2)
    expect((await known()).map(({ state }) => state)).toEqual(['passed', 'passed', 'refused'])
  })

  it('is asked for though another cannot be asked about', async () => {
    await wait('1-R1')
    clock.advance(1_000)
    await wait('1-R2')
    clock.advance(11 * 60_000)
    const broken = provider([], { '1-R2': 'c2lnbmVk' })
    const half: VerificationProvider = {
      ...broken,
      signedCode: (code) => (code === '1-R1' ? Promise.reject(new Error('out of order')) : broken.signedCode(code)),
    }
    const reading = createProviderMessageReader({ db: database.db, provider: half, clock, log, everyMs: 1_000 })
    expect(await reading.look()).toBe(1)
    expect((await known()).map(({ state }) => state)).toEqual(['pending', 'passed'])
  })

  it('does not change when the same or another message comes twice or late', async () => {
    await wait('1-R1')
    const refusal = { code: '1-R1', passed: false, message: '库中无此号' }
    await reader([refusal, refusal]).look()
    await reader([{ code: '1-R1', passed: true, message: '通过' }], { '1-R1': 'bGF0ZQ==' }).look()
    expect(await known()).toEqual([{ code: '1-R1', state: 'refused', message: '库中无此号', encoded: null }])
  })

  it('may be known before anybody waits for it', async () => {
    await reader([{ code: '1-R9', passed: false, message: '不通过' }]).look()
    expect(await known()).toEqual([{ code: '1-R9', state: 'refused', message: '不通过', encoded: null }])
  })

  it('is asked for when no message came in ten minutes', async () => {
    await wait('1-R1')
    const codes = { '1-R1': 'c2lnbmVk' }
    expect(await reader([], codes).look()).toBe(0)
    clock.advance(11 * 60_000)
    expect(await reader([], codes).look()).toBe(1)
    expect((await known())[0]?.state).toBe('passed')
  })
})
