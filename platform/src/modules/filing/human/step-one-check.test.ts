import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../testing/console-api.ts'
import { isSolved, solved } from '../../../testing/solve-challenge.ts'
import { askType } from '../testing/ask-type.ts'
import { type FilingApi, filingApi } from '../testing/filing-api.ts'

let api: FilingApi
let who: Visitor

beforeAll(async () => {
  api = await filingApi()
  who = await api.customer()
})
afterAll(() => api.close())

const challenge = async () => (await who.call('POST', 'v1/filing-challenges')).body
const ask = (human: unknown, by = who, headers: Record<string, string> = {}) =>
  by.call('POST', 'v1/filing-types', { domains: [], ...(human ? { human } : {}) }, headers)
const codeOf = async (human: unknown, by = who) => {
  const { status, body } = await ask(human, by)
  return [status, body.code]
}

describe('the check of step one (S3-26)', () => {
  it('is passed once with an answer that took some work', async () => {
    const given = await challenge()
    expect(given).toMatchObject({ challenge: expect.any(String), bits: 4, expiresAt: '2026-11-24T02:10:00.000Z' })
    const human = solved(given)
    expect((await ask(human)).status).toBe(200)
    expect(await codeOf(human)).toEqual([409, 'human-check.used'])
    expect((await askType(who, { domains: [] })).status).toBe(200)
  })

  it('of two that come with one answer at the same moment lets one through', async () => {
    const human = solved(await challenge())
    const answers = await Promise.all([ask(human), ask(human), ask(human)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })

  it('refuses who has no answer, a wrong one, one of another account, and one that is too late', async () => {
    expect(await codeOf(undefined)).toEqual([422, 'human-check.missing'])
    const given = await challenge()
    const { answer } = solved(given)
    const wrong = Array.from({ length: 64 }, (_, at) => `x${at}`).find((one) => !isSolved(given, one))
    expect(await codeOf({ challenge: given.challenge, answer: wrong })).toEqual([422, 'human-check.wrong'])
    // An easier one, or a longer one, is not ours.
    const [expires, nonce, bits, mac] = given.challenge.split('.')
    for (const made of [`${expires}.${nonce}.0.${mac}`, `${expires}9.${nonce}.${bits}.${mac}`, 'x', '...', ''])
      expect(await codeOf({ challenge: made, answer: '1' })).toEqual([422, 'human-check.wrong'])
    expect(await codeOf({ challenge: given.challenge, answer }, await api.customer())).toEqual([
      422,
      'human-check.wrong',
    ])
    api.clock.advance(10 * 60_000)
    expect(await codeOf({ challenge: given.challenge, answer })).toEqual([409, 'human-check.expired'])
    expect((await ask({ challenge: 7 })).status).toBe(400)
  })

  it('says so in both languages, with what to do', async () => {
    const words = async (language: string) =>
      (await ask(undefined, who, { 'accept-language': language })).body.title as string
    expect(await words('zh')).toContain('刷新')
    expect(await words('en')).toContain('reload')
  })

  it('is not asked of a token of the API, which has limits of its own; a visitor gets no challenge', async () => {
    const authorization = `Bearer ${await api.tokenOf(who)}`
    expect((await ask(undefined, api.visitor(), { authorization })).status).toBe(200)
    expect((await api.visitor().call('POST', 'v1/filing-challenges')).status).toBe(401)
  })
})
