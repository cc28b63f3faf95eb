import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi, testPassword, type Visitor } from '../../testing/console-api.ts'
import { type betterAuthSignIn, nameOfUser, takeConfirmation } from './index.ts'

let api: TestApi
let signIn: ReturnType<typeof betterAuthSignIn>
beforeAll(async () => {
  api = await testApi((services) => {
    signIn = services.signIn
    return []
  })
})
afterAll(() => api.close())

const later = () => api.clock.advance(61_000)
async function codeFor(phone: string): Promise<string> {
  const rows = await api.db
    .selectFrom('notice')
    .select('parameters')
    .where('recipient', '=', phone)
    .orderBy('created_at', 'desc')
    .execute()
  return String((rows[0]?.parameters as unknown as { code?: string } | undefined)?.code)
}
const wrong = (code: string) => (code === '111111' ? '222222' : '111111')
const ask = (who: Visitor, phone: string, proof: object = { password: testPassword }) =>
  who.call('POST', 'v1/account/phone', { phone, ...proof })
const bind = (who: Visitor, code: string) => who.call('PUT', 'v1/account/phone', { code })

describe('the name of whoever signed up by phone', () => {
  it('is theirs to say, is told to whoever asks for it, and changes nobody else’s', async () => {
    later()
    const [phone, who, other] = ['+86.13800010009', api.visitor(), await api.customer()]
    expect((await who.call('POST', 'v1/auth/phone/code', { phone })).status).toBe(204)
    const code = await codeFor(phone)
    expect((await who.call('POST', 'v1/auth/phone/sign-in', { phone, code })).status).toBe(200)
    const session = async (of: Visitor) => (await of.call('GET', 'v1/session')).body.account
    expect((await session(who)).name).toBe('0009')
    const before = await session(other)
    const user = await api.db
      .selectFrom('account_user')
      .select('auth_user')
      .where('account', '=', (await session(who)).id)
      .executeTakeFirstOrThrow()
    const known = () => api.db.transaction().execute((trx) => nameOfUser(signIn)(trx, user.auth_user))
    expect(await known()).toBeUndefined()
    const say = (name: string, by: Visitor = who) => by.call('PUT', 'v1/account/name', { name })
    for (const wrong of ['', '  ', '12345', '张\u0000三', '张'.repeat(61)])
      expect([wrong, (await say(wrong)).status]).toEqual([wrong, 400])
    expect((await say('张三', api.visitor())).status).toBe(401)
    expect((await say(' 王五 ')).status).toBe(204)
    expect([(await session(who)).name, await known()]).toEqual(['王五', '王五'])
    expect(await session(other)).toEqual(before)
  })
})

describe('the phone of an account (S4-09, S4-10)', () => {
  it('is bound by a code that was sent to it, and changed the same way', async () => {
    const who = await api.customer()
    for (const phone of ['+86.13800010001', '+86.13800010002']) {
      later()
      expect((await ask(who, phone)).status).toBe(204)
      const code = await codeFor(phone)
      expect((await bind(who, wrong(code))).body.code).toBe('account.confirmation-refused')
      expect((await bind(who, code)).status).toBe(204)
      expect((await bind(who, code)).body.code).toBe('account.confirmation-refused')
      expect((await who.call('GET', 'v1/session')).body.account.phone).toBe(phone)
    }
  })

  it('takes five guesses and no more, though they come at once', async () => {
    const who = await api.customer()
    await ask(who, '+86.13800010003')
    const code = await codeFor('+86.13800010003')
    await Promise.all(Array.from({ length: 5 }, () => bind(who, wrong(code))))
    expect((await bind(who, code)).body.code).toBe('account.confirmation-refused')
    expect((await ask(who, '+86.13800010003')).status).toBe(429)
  })

  it('belongs to one account', async () => {
    const [one, two] = [await api.customer(), await api.customer()]
    later()
    await ask(one, '+86.13800010004')
    await bind(one, await codeFor('+86.13800010004'))
    later()
    await ask(two, '+86.13800010004')
    expect((await bind(two, await codeFor('+86.13800010004'))).body.code).toBe('account.phone-taken')
    expect((await two.call('GET', 'v1/session')).body.account.phone).toBeNull()
  })

  it('is one number however it came: whoever binds it signs in with it, and what somebody signs in with is not bound elsewhere', async () => {
    const phone = '+86.13800010021'
    const who = await api.customer()
    later()
    await ask(who, phone)
    await bind(who, await codeFor(phone))
    const { id } = (await who.call('GET', 'v1/session')).body.account
    later()
    const enter = async (number: string) => {
      expect((await api.visitor().call('POST', 'v1/auth/phone/code', { phone: number })).status).toBe(204)
      const code = await codeFor(number)
      return (await api.visitor().call('POST', 'v1/auth/phone/sign-in', { phone: number, code })).body.account
    }
    expect((await enter(phone)).id).toBe(id)
    const other = '+86.13800010022'
    expect((await enter(other)).id).not.toBe(id)
    later()
    await ask(who, other)
    expect((await bind(who, await codeFor(other))).body.code).toBe('account.phone-taken')
  })

  it('gets codes that confirm one thing, for one person, for ten minutes', async () => {
    const who = await api.customer()
    expect((await who.call('POST', 'v1/account/confirmations', { purpose: 'holder-change' })).body.code).toBe(
      'account.phone-needed',
    )
    later()
    await ask(who, '+86.13800010005')
    await bind(who, await codeFor('+86.13800010005'))
    later()
    await who.call('POST', 'v1/account/confirmations', { purpose: 'holder-change' })
    const code = await codeFor('+86.13800010005')
    expect((await bind(who, code)).body.code).toBe('account.confirmation-refused')
    const { auth_user: user } = await api.db
      .selectFrom('confirmation')
      .select('auth_user')
      .where('phone', '=', '+86.13800010005')
      .executeTakeFirstOrThrow()
    api.clock.advance(11 * 60_000)
    expect(
      await takeConfirmation({ user, purpose: 'holder-change', code }, { trx: api.db as never, clock: api.clock }),
    ).toBeUndefined()
    expect((await api.visitor().call('POST', 'v1/account/phone', { phone: '+86.13800010006' })).status).toBe(401)
  })

  it('is not changed by a session alone: it takes the password, or a code to the phone of before', async () => {
    const who = await api.customer()
    later()
    expect((await ask(who, '+86.13800010011', {})).body.code).toBe('account.proof-needed')
    expect((await ask(who, '+86.13800010011', { password: 'not the password' })).body.code).toBe(
      'account.proof-refused',
    )
    expect((await ask(who, '+86.13800010011', { code: '123456' })).body.code).toBe('account.proof-refused')
    const codes = await api.db.selectFrom('notice').select('id').where('recipient', '=', '+86.13800010011').execute()
    expect(codes).toEqual([])
    await ask(who, '+86.13800010011')
    await bind(who, await codeFor('+86.13800010011'))
    later()
    await who.call('POST', 'v1/account/confirmations', { purpose: 'change-phone' })
    const code = await codeFor('+86.13800010011')
    expect((await ask(who, '+86.13800010012', { code })).status).toBe(204)
    expect((await ask(who, '+86.13800010013', { code })).body.code).toBe('account.proof-refused')
    await bind(who, await codeFor('+86.13800010012'))
    const told = await api.db
      .selectFrom('notice')
      .select(['recipient', 'channel'])
      .where('kind', '=', 'phone.changed')
      .where('recipient', '=', '+8613800010011')
      .execute()
    expect(told).toEqual([{ recipient: '+8613800010011', channel: 'sms' }])
  })

  it('cannot be guessed free: ten wrong passwords in a quarter of an hour, then not even the right one', async () => {
    const who = await api.customer()
    for (let guess = 0; guess < 10; guess++) await ask(who, '+86.13800010021', { password: `wrong ${guess}` })
    expect((await ask(who, '+86.13800010021')).body.code).toBe('account.too-many-attempts')
    api.clock.advance(16 * 60_000)
    expect((await ask(who, '+86.13800010021')).status).toBe(204)
  })
})
