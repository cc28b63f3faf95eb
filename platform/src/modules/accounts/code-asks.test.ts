import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi, testPassword, type Visitor } from '../../testing/console-api.ts'
import { solved } from '../../testing/solve-challenge.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(() => [], { limitFactor: 1_000, trustProxy: ['127.0.0.1'] })
})
afterAll(() => api.close())

const later = () => api.clock.advance(61_000)
const challenge = async (phone: string) =>
  (await api.visitor().call('POST', 'v1/auth/phone/challenges', { phone })).body
const proofFor = async (phone: string) => solved(await challenge(phone))
const askFrom = (from: string, phone: string, human?: object, language = 'zh') =>
  api
    .visitor()
    .call(
      'POST',
      'v1/auth/phone/code',
      { phone, ...(human && { human }) },
      { 'x-forwarded-for': from, 'accept-language': language },
    )
const codesTo = async (recipient: string) =>
  (
    await api.db
      .selectFrom('notice')
      .select('parameters')
      .where('recipient', '=', recipient)
      .where('kind', '=', 'phone.code')
      .orderBy('created_at')
      .execute()
  ).map(({ parameters }) => String((parameters as unknown as { code: string }).code))

describe('codes by SMS', () => {
  it('are free of friction three times an hour for a number, wherever it is asked from; more want a proof of work, once each', async () => {
    const phone = '+86.13800020001'
    for (const from of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
      expect((await askFrom(from, phone)).status).toBe(204)
      later()
    }
    const refused = await askFrom('198.51.100.4', phone)
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'human-check.missing', findings: [{ rule: 'human-check.proof', field: 'human' }] },
    })
    expect(refused.body.title).toMatch(/\p{Script=Han}/u)
    expect((await askFrom('198.51.100.4', phone, undefined, 'en')).body.title).toContain('no script')
    expect(
      Object.values(refused.body.findings[0].remedy).every((text) => /auth\/phone\/challenges/.test(`${text}`)),
    ).toBe(true)
    expect(await codesTo(phone)).toHaveLength(3)

    const human = await proofFor(phone)
    expect((await askFrom('198.51.100.4', phone, human)).status).toBe(204)
    expect(await codesTo(phone)).toHaveLength(4)
    later()
    expect((await askFrom('198.51.100.4', phone, human)).body.code).toBe('human-check.used')
    expect((await askFrom('198.51.100.4', phone, await proofFor('+86.13800020002'))).body.code).toBe(
      'human-check.wrong',
    )
    const late = await proofFor(phone)
    api.clock.advance(10 * 60_000)
    expect((await askFrom('198.51.100.4', phone, late)).body.code).toBe('human-check.expired')
    expect(await codesTo(phone)).toHaveLength(4)

    api.clock.advance(3_600_000)
    expect((await askFrom('198.51.100.4', phone)).status).toBe(204)
  })

  it.each([
    ['an address', Array(7).fill('203.0.113.1'), '203.0.113.2'],
    [
      'the /64 of an address of IPv6',
      Array.from({ length: 7 }, (_, host) => `2001:db8:0:1::${host + 1}`),
      '2001:db8:0:2::1',
    ],
  ])(
    'are free six times an hour for %s, however many numbers; the next one is not held up by it',
    async (what, from, next) => {
      const number = (at: number) => `+86.1380003${what.length}0${at}`
      for (let at = 0; at < 6; at++) expect((await askFrom(from[at] ?? '', number(at))).status).toBe(204)
      const last = from[6] ?? ''
      expect((await askFrom(last, number(6))).body.code).toBe('human-check.missing')
      expect(await codesTo(number(6))).toEqual([])
      expect((await askFrom(next, number(7))).status).toBe(204)
      expect((await askFrom(last, number(6), await proofFor(number(6)))).status).toBe(204)
    },
  )

  it('of many asked for at one moment let through as many as are free', async () => {
    const numbers = Array.from({ length: 12 }, (_, at) => `+86.138000400${10 + at}`)
    const statuses = (await Promise.all(numbers.map((phone) => askFrom('203.0.113.9', phone)))).map(
      ({ status }) => status,
    )
    expect(statuses.toSorted()).toEqual([...Array(6).fill(204), ...Array(6).fill(422)])
  })

  it('are counted alike for whoever is signed in, and what they proved themselves with is not spent by a refusal', async () => {
    const from = { 'x-forwarded-for': '203.0.113.20' }
    const who = await api.customer()
    const call = (method: string, path: string, body: object, by: Visitor = who) =>
      by.call(method, `v1/${path}`, body, from)
    const phone = '+86.13800050001'
    expect((await call('POST', 'account/phone', { phone, password: testPassword })).status).toBe(204)
    await call('PUT', 'account/phone', { code: (await codesTo(phone)).at(-1) })
    for (let more = 0; more < 2; more++) {
      later()
      expect((await call('POST', 'account/confirmations', { purpose: 'change-phone' })).status).toBe(204)
    }
    const code = (await codesTo(phone)).at(-1)
    later()
    expect((await call('POST', 'account/confirmations', { purpose: 'holder-change' })).body.code).toBe(
      'human-check.missing',
    )
    const human = await proofFor(phone)
    expect((await call('POST', 'account/confirmations', { purpose: 'holder-change', human })).status).toBe(204)

    for (let at = 0; at < 6; at++) await askFrom('203.0.113.20', `+86.138000600${10 + at}`)
    const next = '+86.13800050002'
    expect((await call('POST', 'account/phone', { phone: next, code })).body.code).toBe('human-check.missing')
    expect((await call('POST', 'account/phone', { phone: next, code, human: await proofFor(next) })).status).toBe(204)
  })

  it('have challenges for a number of the right form only', async () => {
    expect(await challenge('+86.13800020001')).toMatchObject({ bits: 4, challenge: expect.any(String) })
    expect((await api.visitor().call('POST', 'v1/auth/phone/challenges', { phone: '138' })).status).toBe(400)
  })
})
