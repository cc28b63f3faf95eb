import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaymentChannel } from '../../modules/orders/ports.ts'
import { alipayChannel } from './index.ts'
import { sign } from './signature.ts'

const pem = (key: { export(options: object): string | Buffer }, type: string) =>
  key.export({ type, format: 'pem' }).toString()
const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 })
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 })
let says: object = {}

/** A gateway that signs whatever it is told to say. */
const server = createServer(async (request, response) => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const method = new URLSearchParams(Buffer.concat(pieces).toString()).get('method') ?? ''
  const inner = JSON.stringify(says)
  const signature = sign(inner, theirs.privateKey)
  response.end(`{"${method.replaceAll('.', '_')}_response":${inner},"sign":"${signature}"}`)
})

let channel: PaymentChannel
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  channel = alipayChannel({
    gateway: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway.do`,
    appId: '9021000000000001',
    merchantPrivateKey: pem(merchant.privateKey, 'pkcs8'),
    alipayPublicKey: pem(theirs.publicKey, 'spki'),
    notifyUrl: 'https://yuming.example/v1/payments/alipay/notify',
    now: () => new Date('2026-11-24T02:00:00Z'),
  })
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const refund = (answer: object) => {
  says = answer
  return channel.refund({ outTradeNo: 'D1-1', requestNo: 'r1', fen: 2_900, reason: 'not registered' })
}
const refundMade = (answer: object) => {
  says = answer
  return channel.refundMade({ outTradeNo: 'D1-1', requestNo: 'r1' })
}
const no = (code: string, sub_code?: string) => ({ code, msg: 'no', ...(sub_code && { sub_code }) })

describe('a refund (S0-26, S1-161)', () => {
  it('is made', async () => {
    expect(await refund({ code: '10000', msg: 'Success', trade_no: 'C1' })).toEqual({ made: true, tradeNo: 'C1' })
  })

  it.each([
    ['ACQ.TRADE_NOT_ALLOW_REFUND', true],
    ['ACQ.TRADE_HAS_FINISHED', true],
    ['ACQ.BUYER_NOT_EXIST', true],
    ['ACQ.DISCORDANT_REPEAT_REQUEST', false],
    ['ACQ.TRADE_HAS_CLOSE', false],
    ['ACQ.REFUND_AMT_NOT_EQUAL_TOTAL', false],
    ['ACQ.TRADE_STATUS_ERROR', false],
  ])('that is refused with 40004 %s is an answer; surely not made: %s', async (code, sure) => {
    expect(await refund(no('40004', code))).toEqual({ made: false, code, sure })
  })

  it.each([
    ['40004', 'ACQ.SYSTEM_ERROR'],
    ['40004', 'ACQ.SELLER_BALANCE_NOT_ENOUGH'],
    ['40004', 'ACQ.TRADE_NOT_EXIST'],
    ['20000', 'ACQ.TRADE_HAS_FINISHED'],
    ['20000', 'isp.unknow-error'],
    ['40002', 'isv.invalid-parameter'],
    ['40004', undefined],
  ])('answered with %s %s is not known, and is asked for again', async (code, subCode) => {
    await expect(refund(no(code, subCode))).rejects.toThrow('did not answer')
  })
})

describe('whether a refund was made (S0-26)', () => {
  const known = { code: '10000', msg: 'Success', out_request_no: 'r1', refund_amount: '29.00' }

  it('is known when the channel has it, and when it has none', async () => {
    expect(await refundMade({ ...known, refund_status: 'REFUND_SUCCESS' })).toEqual({ fen: 2_900 })
    expect(await refundMade(known)).toEqual({ fen: 2_900 })
    expect(await refundMade({ code: '10000', msg: 'Success' })).toBeUndefined()
    expect(await refundMade(no('40004', 'ACQ.TRADE_NOT_EXIST'))).toBeUndefined()
  })

  it.each([
    no('40004', 'ACQ.SYSTEM_ERROR'),
    no('20000', 'isp.unknow-error'),
    no('40002', 'isv.invalid-parameter'),
    { ...known, refund_status: 'REFUND_PROCESSING' },
  ])('is not known from %o', async (answer) => {
    await expect(refundMade(answer)).rejects.toThrow('did not answer')
  })
})
