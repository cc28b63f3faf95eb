import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBureaus } from '../bureaus/bureaus.ts'
import { controlApp } from '../control/app.ts'
import { openMailbox } from '../mailbox/mailbox.ts'
import { openPhone } from '../phone/phone.ts'
import { openSites } from '../sites/sites.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openVerificationProvider } from '../verification/provider.ts'
import { chinaTime } from '../world/clock.ts'
import { systemRandom } from '../world/random.ts'
import { WorldClock } from '../world/world-clock.ts'
import { fenOf, yuanOf } from './amount.ts'
import { openPaymentChannel } from './channel.ts'
import { rsa2, rsa2Matches, signedString } from './signature.ts'

type Opened = Awaited<ReturnType<typeof open>>
let opened: Opened
let data: string
let closers: (() => Promise<unknown> | unknown)[] = []

async function open() {
  const clock = new WorldClock(data, { now: () => new Date() })
  const payment = openPaymentChannel({
    data,
    clock,
    random: systemRandom,
    origin: () => origin,
    notificationPausesMs: [1, 1, 1, 1, 1],
  })
  const mailbox = await openMailbox({ data, port: 0, clock })
  const phone = openPhone({ data, clock, random: systemRandom })
  const verification = await openVerificationProvider({ data, port: 0, clock, random: systemRandom })
  const bureaus = await openBureaus({
    data,
    port: 0,
    clock,
    random: systemRandom,
    deliver: (to, message) => phone.deliver(to, message),
    smsPage: () => `${origin}/bureaus/sms`,
  })
  const sites = await openSites({ data, dnsPort: 0, proxyPort: 0 })
  const app = controlApp({ clock, registries: new Map(), payment, mailbox, phone, verification, bureaus, sites })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const close = async () => {
    await app.close()
    await sites.close()
    await bureaus.close()
    await payment.close()
    await mailbox.close()
    phone.close()
    await verification.close()
    clock.close()
  }
  return { payment, origin, close, clock }
}

beforeEach(async () => {
  data = temporaryFolder('payment')
  opened = await open()
})
afterEach(async () => {
  await opened.close()
  for (const close of closers.splice(0)) await close()
  closers = []
})

/** A merchant's server; its answers are taken in order, the last one stays. */
async function merchant(answers: string[]) {
  const forms: Record<string, string>[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      forms.push(Object.fromEntries(new URLSearchParams(body)))
      response.end(answers.length > 1 ? answers.shift() : answers[0])
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => new Promise((resolve) => server.close(resolve)))
  return { forms, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify` }
}

function signed(method: string, content: object, more: Record<string, string> = {}): Record<string, string> {
  const { appId, merchantPrivateKey } = opened.payment.merchant
  const parameters: Record<string, string> = {
    app_id: appId,
    method,
    format: 'JSON',
    charset: 'utf-8',
    sign_type: 'RSA2',
    timestamp: '2026-11-23 10:00:00',
    version: '1.0',
    biz_content: JSON.stringify(content),
    ...more,
  }
  return { ...parameters, sign: rsa2(signedString(parameters, ['sign']), merchantPrivateKey) }
}

/** Sends and checks the signature over the exact bytes of the inner object. */
async function call(method: string, content: object, more: Record<string, string> = {}) {
  const body = new URLSearchParams({ ...signed(method, content), ...more })
  const response = await fetch(`${opened.origin}/alipay/gateway.do`, { method: 'POST', body })
  const source = await response.text()
  const inner = /^\{"\w+_response":(.*),"sign":"([^"]+)"\}$/s.exec(source)
  expect(rsa2Matches(inner?.[1] ?? '', inner?.[2] ?? '', opened.payment.merchant.alipayPublicKey)).toBe(true)
  return JSON.parse(inner?.[1] ?? '{}') as Record<string, string>
}

async function pagePay(outTradeNo: string, more: Record<string, string> = {}, amount = '68.00') {
  const asked = {
    out_trade_no: outTradeNo,
    total_amount: amount,
    subject: '域名 <b>',
    product_code: 'FAST_INSTANT_TRADE_PAY',
  }
  const query = new URLSearchParams(signed('alipay.trade.page.pay', asked, more))
  return await fetch(`${opened.origin}/alipay/gateway.do?${query}`, { redirect: 'manual' })
}

const press = (cashier: string, wish: 'pay' | 'cancel') =>
  fetch(cashier, { method: 'POST', body: new URLSearchParams({ do: wish }), redirect: 'manual' })

describe('paying on the page', () => {
  it('shows the cashier, takes the money once, returns the person and notifies until success', async () => {
    const shop = await merchant(['busy', 'success'])
    const redirect = await pagePay('A1', { notify_url: shop.url, return_url: 'http://127.0.0.1:9/back?x=1' })
    const cashier = redirect.headers.get('location') ?? ''
    const shown = await (await fetch(cashier)).text()
    expect(shown).toContain('¥ 68.00')
    expect(shown).toContain('&#60;b&#62;')
    expect(await call('alipay.trade.query', { out_trade_no: 'A1' })).toMatchObject({ trade_status: 'WAIT_BUYER_PAY' })
    const back = new URL((await press(cashier, 'pay')).headers.get('location') ?? '')
    expect(back.searchParams.get('x')).toBe('1')
    await press(cashier, 'pay')
    await vi.waitFor(() => expect(shop.forms).toHaveLength(2), 5_000)
    const form = shop.forms[1] ?? {}
    expect(form).toMatchObject({ out_trade_no: 'A1', trade_status: 'TRADE_SUCCESS', total_amount: '68.00' })
    const { alipayPublicKey } = opened.payment.merchant
    expect(rsa2Matches(signedString(form, ['sign', 'sign_type']), form.sign ?? '', alipayPublicKey)).toBe(true)
    await vi.waitFor(() => expect(opened.payment.notifications.list()[0]?.acknowledgedAt).toBeTruthy(), 5_000)
    expect(await call('alipay.trade.query', { out_trade_no: 'A1' })).toMatchObject({ trade_status: 'TRADE_SUCCESS' })
  })

  it('keeps the trade open when the person turns back', async () => {
    const cashier = (await pagePay('A2', { return_url: 'http://127.0.0.1:9/back' })).headers.get('location') ?? ''
    expect((await press(cashier, 'cancel')).headers.get('location')).toBe('http://127.0.0.1:9/back')
    expect(await call('alipay.trade.query', { out_trade_no: 'A2' })).toMatchObject({ trade_status: 'WAIT_BUYER_PAY' })
  })

  it('refuses another amount for the same order number', async () => {
    await pagePay('A3')
    expect(await (await pagePay('A3', {}, '1.00')).text()).toContain('ACQ.CONTEXT_INCONSISTENT')
  })
})

describe('the gateway', () => {
  it('refuses a wrong signature, a wrong app, an unknown method and a wrong amount', async () => {
    const query = { out_trade_no: 'B1' }
    expect(await call('alipay.trade.query', query, { biz_content: '{"out_trade_no":"B2"}' })).toMatchObject({
      code: '40002',
      sub_code: 'isv.invalid-signature',
    })
    expect(await call('alipay.trade.query', query, { app_id: '1' })).toMatchObject({ sub_code: 'isv.invalid-app-id' })
    expect(await call('alipay.nothing', query)).toMatchObject({ sub_code: 'isv.invalid-method' })
    for (const total_amount of ['0', '1.001', '-1', 'x'])
      expect(await call('alipay.trade.precreate', { out_trade_no: 'B3', total_amount, subject: 's' })).toMatchObject({
        sub_code: 'isv.invalid-parameter',
      })
    expect(await call('alipay.trade.query', query)).toMatchObject({ code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' })
  })

  it('knows a QR code as a trade only after it was opened', async () => {
    const made = await call('alipay.trade.precreate', { out_trade_no: 'C1', total_amount: '0.01', subject: 's' })
    expect(await call('alipay.trade.query', { out_trade_no: 'C1' })).toMatchObject({ sub_code: 'ACQ.TRADE_NOT_EXIST' })
    await fetch(made.qr_code ?? '')
    expect(await call('alipay.trade.query', { out_trade_no: 'C1' })).toMatchObject({ trade_status: 'WAIT_BUYER_PAY' })
    expect(await call('alipay.trade.close', { out_trade_no: 'C1' })).toMatchObject({ code: '10000' })
    expect(await call('alipay.trade.close', { out_trade_no: 'C1' })).toMatchObject({
      sub_code: 'ACQ.TRADE_STATUS_ERROR',
    })
  })

  it('refunds in parts, the same request number once, and never more than was paid', async () => {
    const shop = await merchant(['success'])
    await press((await pagePay('D1', { notify_url: shop.url })).headers.get('location') ?? '', 'pay')
    const refund = (out_request_no: string, refund_amount: string) =>
      call('alipay.trade.refund', { out_trade_no: 'D1', out_request_no, refund_amount })
    expect(await refund('r1', '8.00')).toMatchObject({ fund_change: 'Y', refund_fee: '8.00' })
    expect(await refund('r1', '8.00')).toMatchObject({ fund_change: 'N', refund_fee: '8.00' })
    expect(await refund('r1', '9.00')).toMatchObject({ sub_code: 'ACQ.DISCORDANT_REPEAT_REQUEST' })
    expect(await refund('r2', '60.01')).toMatchObject({ sub_code: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL' })
    expect(await refund('r3', '60.00')).toMatchObject({ fund_change: 'Y', refund_fee: '68.00' })
    const ask = (out_request_no: string) =>
      call('alipay.trade.fastpay.refund.query', { out_trade_no: 'D1', out_request_no })
    expect(await ask('r3')).toMatchObject({ refund_status: 'REFUND_SUCCESS', refund_amount: '60.00' })
    expect((await ask('r9')).refund_status).toBeUndefined()
    expect(await call('alipay.trade.query', { out_trade_no: 'D1' })).toMatchObject({ trade_status: 'TRADE_CLOSED' })
    await vi.waitFor(() => expect(shop.forms.map((form) => form.refund_fee)).toContain('68.00'), 5_000)
  })

  it('closes what nobody paid in time', async () => {
    await call('alipay.trade.precreate', {
      out_trade_no: 'E1',
      total_amount: '1',
      subject: 's',
      timeout_express: '30m',
    })
    const time_expire = chinaTime(new Date(opened.clock.now().getTime() + 1_800_000))
    await call('alipay.trade.precreate', { out_trade_no: 'E2', total_amount: '1', subject: 's', time_expire })
    opened.clock.advance(31 * 60_000)
    for (const outTradeNo of ['E1', 'E2'])
      await vi.waitFor(() => expect(opened.payment.trades.find({ outTradeNo })?.status).toBe('TRADE_CLOSED'), 5_000)
    const past = { out_trade_no: 'E3', total_amount: '1', subject: 's', time_expire: '2020-01-01 00:00:00' }
    expect(await call('alipay.trade.precreate', past)).toMatchObject({ sub_code: 'isv.invalid-parameter' })
  })
})

const set = (body: object) =>
  fetch(`${opened.origin}/control/payment/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('what goes wrong on request', () => {
  it('notifies several times, with a wrong amount, with a bad signature, or not at all', async () => {
    const shop = await merchant(['success'])
    const pay = async (order: string) => {
      await press((await pagePay(order, { notify_url: shop.url })).headers.get('location') ?? '', 'pay')
      const told = () => shop.forms.filter((form) => form.out_trade_no === order)
      return told
    }
    await set({ copies: 3 })
    const thrice = await pay('F1')
    await vi.waitFor(() => expect(thrice()).toHaveLength(3), 5_000)
    await set({ wrongAmount: true })
    const wrong = await pay('F2')
    await vi.waitFor(() => expect(wrong()[0]?.total_amount).toBe('68.01'), 5_000)
    await set({ badSignature: true })
    const forged = await pay('F3')
    await vi.waitFor(() => expect(forged()).toHaveLength(1), 5_000)
    const form = forged()[0] ?? {}
    const covered = signedString(form, ['sign', 'sign_type'])
    expect(rsa2Matches(covered, form.sign ?? '', opened.payment.merchant.alipayPublicKey)).toBe(false)
    await set({ silent: true })
    await pay('F4')
    expect(opened.payment.notifications.list().filter((one) => one.outTradeNo === 'F4')).toEqual([])
    await set({ lateMs: 3_600_000 })
    const late = await pay('F5')
    await opened.payment.notifications.deliverDue()
    expect(late()).toEqual([])
    opened.clock.advance(3_600_001)
    await vi.waitFor(() => expect(late()).toHaveLength(1), 5_000)
  })

  it('refunds once and says nothing, so that the merchant has to ask', async () => {
    await press((await pagePay('F6')).headers.get('location') ?? '', 'pay')
    await set({ unansweredRefunds: 1 })
    const asked = { out_trade_no: 'F6', out_request_no: 'r1', refund_amount: '68.00' }
    await expect(call('alipay.trade.refund', asked)).rejects.toThrow()
    expect(await call('alipay.trade.fastpay.refund.query', asked)).toMatchObject({ refund_status: 'REFUND_SUCCESS' })
    expect(await call('alipay.trade.refund', asked)).toMatchObject({ fund_change: 'N', refund_fee: '68.00' })
    const trade = await (await fetch(`${opened.origin}/control/payment/trades/F6`)).json()
    expect(trade).toMatchObject({ refundedFen: 6_800, refunds: [{ requestNo: 'r1', fen: 6_800 }] })
  })

  it('refuses refunds with the code that was asked for, and makes none (S1-161)', async () => {
    await press((await pagePay('F7')).headers.get('location') ?? '', 'pay')
    expect((await set({ refundRefusal: 'made up' })).status).toBe(400)
    await set({ refundRefusal: 'ACQ.TRADE_NOT_ALLOW_REFUND' })
    const asked = { out_trade_no: 'F7', out_request_no: 'r1', refund_amount: '68.00' }
    expect(await call('alipay.trade.refund', asked)).toMatchObject({
      code: '40004',
      sub_code: 'ACQ.TRADE_NOT_ALLOW_REFUND',
    })
    expect(await call('alipay.trade.fastpay.refund.query', asked)).not.toHaveProperty('refund_status')
    await set({})
    expect(await call('alipay.trade.refund', asked)).toMatchObject({ fund_change: 'Y', refund_fee: '68.00' })
  })

  it('keeps keys, trades and unsent notifications through a restart', async () => {
    const before = opened.payment.merchant
    await press((await pagePay('G1', { notify_url: 'http://127.0.0.1:9/nobody' })).headers.get('location') ?? '', 'pay')
    await opened.close()
    opened = await open()
    expect(opened.payment.merchant).toEqual(before)
    expect(opened.payment.trades.find({ outTradeNo: 'G1' })?.status).toBe('TRADE_SUCCESS')
    expect(opened.payment.notifications.list()).toHaveLength(1)
  })

  it('answers only to names of this machine', async () => {
    const response = await fetch(`${opened.origin}/control/payment`, {
      headers: { origin: 'https://evil.example' },
      method: 'POST',
    })
    expect(response.status).toBe(403)
  })
})

describe('amounts', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => {
        expect(fenOf(yuanOf(fen))).toBe(fen)
      }),
    )
  })
})
