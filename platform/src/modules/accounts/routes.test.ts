import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { route } from '../../kernel/http/index.ts'
import { type TestApi, testApi, testPassword } from '../../testing/console-api.ts'

/** A route that spends money, as the orders module declares one. */
function purchase(app: FastifyInstance): void {
  const answers = { 200: z.object({ account: z.string() }) }
  route(
    app,
    { method: 'POST', url: 'purchase', summary: 'Buy', tag: 'test', who: 'buyer', perMinute: 60, answers },
    async ({ actor }) => ({ account: actor.account }),
  )
}

let api: TestApi
beforeAll(async () => {
  api = await testApi(() => [purchase])
})
afterAll(() => api.close())

async function codeSentTo(recipient: string): Promise<Record<string, unknown>> {
  const { parameters } = await api.db
    .selectFrom('notice')
    .select('parameters')
    .where('recipient', '=', recipient)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  return parameters
}

describe('signing in with a password (S0-06)', () => {
  it('opens an account, keeps the session in a cookie that scripts cannot read, and ends it', async () => {
    const visitor = api.visitor()
    const opened = await visitor.call('POST', 'v1/auth/sign-up', {
      email: 'New@Example.cn',
      password: testPassword,
      name: '王五',
    })
    expect(opened.status).toBe(201)
    expect(opened.body.account).toMatchObject({
      name: '王五',
      email: 'new@example.cn',
      emailVerified: false,
      role: 'owner',
      balanceFen: 0,
    })
    expect(opened.headers.getSetCookie().every((line) => /HttpOnly/i.test(line) && /SameSite=Lax/i.test(line))).toBe(
      true,
    )
    expect((await visitor.call('GET', 'v1/session')).body.account.email).toBe('new@example.cn')
    expect((await visitor.call('POST', 'v1/auth/sign-out')).status).toBe(204)
    expect((await visitor.call('GET', 'v1/session')).body.account).toBeNull()
    const again = await visitor.call('POST', 'v1/auth/sign-in', { email: 'NEW@example.cn', password: testPassword })
    expect(again.status).toBe(200)
    expect(again.body.clock).toEqual({
      now: '2026-11-24T02:00:00.000Z',
      today: '2026-11-24',
      movable: true,
      page: null,
    })
  })

  it('answers a wrong password and an unknown address alike', async () => {
    await api.customer('known@example.cn')
    const wrong = await api
      .visitor()
      .call('POST', 'v1/auth/sign-in', { email: 'known@example.cn', password: 'not it at all' })
    const unknown = await api
      .visitor()
      .call('POST', 'v1/auth/sign-in', { email: 'unknown@example.cn', password: 'not it at all' })
    expect(wrong.status).toBe(401)
    expect(unknown).toMatchObject({ status: wrong.status, body: wrong.body })
  })

  it('does not open a second account for an address, and tells its owner', async () => {
    await api.customer('twice@example.cn')
    const second = await api
      .visitor()
      .call('POST', 'v1/auth/sign-up', { email: 'twice@example.cn', password: 'another password', name: '?' })
    expect(second).toMatchObject({ status: 409, body: { code: 'account.sign-up-refused' } })
    const notices = await api.db
      .selectFrom('notice')
      .select('kind')
      .where('recipient', '=', 'twice@example.cn')
      .execute()
    expect(notices.map(({ kind }) => kind)).toContain('account.exists')
  })

  it('closes the door after too many guesses, also to the right password, until the window is over', async () => {
    await api.customer('guessed@example.cn')
    const attempt = (password: string) =>
      api.visitor().call('POST', 'v1/auth/sign-in', { email: 'guessed@example.cn', password })
    for (let guess = 0; guess < 20; guess++) await attempt('wrong')
    expect((await attempt(testPassword)).body.code).toBe('account.too-many-attempts')
    api.clock.advance(16 * 60_000)
    expect((await attempt(testPassword)).status).toBe(200)
  })
})

describe('signing in by phone', () => {
  it('sends a code, opens an account with it once, and finds the account again', async () => {
    const phone = '+86.13800000001'
    const visitor = api.visitor()
    expect((await visitor.call('POST', 'v1/auth/phone/code', { phone })).status).toBe(204)
    const { code } = await codeSentTo(phone)
    expect(
      (await visitor.call('POST', 'v1/auth/phone/sign-in', { phone, code: code === '000000' ? '000001' : '000000' }))
        .status,
    ).toBe(400)
    const entered = await visitor.call('POST', 'v1/auth/phone/sign-in', { phone, code, name: '赵六' })
    expect(entered).toMatchObject({
      status: 200,
      body: { account: { name: '赵六', phone, email: null, role: 'owner' } },
    })
    expect((await api.visitor().call('POST', 'v1/auth/phone/sign-in', { phone, code })).body.code).toBe(
      'account.code-refused',
    )
    api.clock.advance(61_000)
    await visitor.call('POST', 'v1/auth/phone/code', { phone })
    const again = await api
      .visitor()
      .call('POST', 'v1/auth/phone/sign-in', { phone, code: (await codeSentTo(phone)).code })
    expect(again.body.account.id).toBe(entered.body.account.id)
  })

  it('sends one code a minute', async () => {
    const ask = () => api.visitor().call('POST', 'v1/auth/phone/code', { phone: '+86.13800000002' })
    expect((await ask()).status).toBe(204)
    expect((await ask()).status).toBe(429)
  })
})

describe('sub-users', () => {
  it('may not buy in the console nor through the API, and hear what to do (S1-77, S1-78, S1-79)', async () => {
    const owner = await api.customer()
    const subUser = await api.subUserOf(owner)
    const token = await api.tokenOf(subUser)
    expect((await owner.call('POST', 'v1/purchase')).status).toBe(200)
    const inConsole = await subUser.call('POST', 'v1/purchase')
    const byApi = await api.visitor().call('POST', 'v1/purchase', undefined, { authorization: `Bearer ${token}` })
    expect(inConsole).toMatchObject({
      status: 403,
      body: {
        code: 'account.sub-user-may-not-order',
        findings: [{ rule: 'account.sub-user.may-not-order', remedy: { zh: '请退出登录，改用主账号操作' } }],
      },
    })
    expect(byApi.body).toEqual(inConsole.body)
  })

  it('are made, seen and removed by the owner only, and a removed one is out at once', async () => {
    const owner = await api.customer()
    const subUser = await api.subUserOf(owner)
    const token = await api.tokenOf(subUser)
    expect((await subUser.call('GET', 'v1/account/sub-users')).body.code).toBe('account.owner-only')
    const { subUsers } = (await owner.call('GET', 'v1/account/sub-users')).body
    expect(subUsers).toHaveLength(1)
    const stranger = await api.customer()
    expect((await stranger.call('DELETE', `v1/account/sub-users/${subUsers[0].id}`)).status).toBe(404)
    expect((await owner.call('DELETE', `v1/account/sub-users/${subUsers[0].id}`)).status).toBe(204)
    expect((await subUser.call('GET', 'v1/account/tokens')).status).toBe(401)
    expect(
      (await api.visitor().call('GET', 'v1/account/tokens', undefined, { authorization: `Bearer ${token}` })).status,
    ).toBe(401)
  })
})

describe('API tokens', () => {
  it('are shown once, act for the account, and are nobody’s when taken away', async () => {
    const owner = await api.customer()
    const made = await owner.call('POST', 'v1/account/tokens', { name: 'ci' })
    expect(made.body.token).toMatch(/^ymk_[\w-]{43}$/)
    const { tokens } = (await owner.call('GET', 'v1/account/tokens')).body
    expect(tokens).toEqual([
      { id: made.body.id, name: 'ci', tail: made.body.token.slice(-4), createdAt: made.body.createdAt },
    ])
    const authorization = `Bearer ${made.body.token}`
    expect((await api.visitor().call('GET', 'v1/session', undefined, { authorization })).body.account.role).toBe(
      'owner',
    )
    const stranger = await api.customer()
    expect((await stranger.call('DELETE', `v1/account/tokens/${made.body.id}`)).status).toBe(404)
    expect((await owner.call('DELETE', `v1/account/tokens/${made.body.id}`)).status).toBe(204)
    expect((await api.visitor().call('GET', 'v1/account/tokens', undefined, { authorization })).status).toBe(401)
  })
})
