import { createPublicKey, generateKeyPairSync, sign as signBytes, verify as verifyBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alipayChannel } from './index.ts'
import { sign, signedText, verify } from './signature.ts'

// Made once with node:crypto; the private key was thrown away.
const golden = {
  text: 'a=1&b=山月茶.中国 & +%20=&total_amount=55.00',
  key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAz74vvbegWXLKKTZ/4+9BqGU+Tj5t16KSy0SbeQf+NoPT87o4Xud854U4adCceJQPK5UZ8lIZcFDhqIX/ZLsR/WsiZTUYpgZVO8zW4ROVeXNsD2so8hK8l6aU0dHxm4JbWONI+2XV8VaqGmjEoNv1rwQcxfRiU/g924CUtF5WJieeXEPOHlxkAH8kF5gmYFI/uUwBWqB244IMyXYf4jImAmvGCltrtsY5wMwfGtVg/xlZJARpEc1p8IIqP+t+wPbRp8nScTFVQzrAxzM7BkCb2rF4r2UE6on2pCZZV8H7uBwD2ycTvkxKON6nbRIw5/V18QSfRcJP8VyFnB1nJnqk0QIDAQAB',
  signature:
    'kPxkaAdi4wZnmhZSSI4B2GugduS0DygtFcqKMK/dkUo0m/JPrJUfRk4DDLu/GA+hzVjAI8Vz9a8co0E8yHKDFGKyTrNyz5ThcmmMcuSPpamDE4k/om3Et4NUN731urMW2a+pGBhzMHY20XZRe4j+1b0OurzMyZX8/TUsf+JrTQXWEj7WCCXCYlnp9tDysQY3tZD0r18PucDdCwK8OvELzY1lyLcGDJobbSN/pIRWjKwGJYpiD7tli/6cYSiHRuGXswoPjrShYEZOP4UokjaNoI5VCDKC2dngLR26aIj7YtNBdsXGjpxk4lPumhFy/U2QAo011L6BH9id26MsltnVHA==',
}

const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 })
const channel = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })

const notice: Readonly<Record<string, string>> = {
  app_id: '9021000000000001',
  charset: 'utf-8',
  notify_id: '2026112400222102325000010',
  out_trade_no: 'P20261124-1',
  passback_params: '',
  sign_type: 'RSA2',
  subject: '注册 山月茶.中国 × 1 年 & more=less +%20',
  total_amount: '55.00',
  trade_no: '2026112422001400010000000001',
  trade_status: 'TRADE_SUCCESS',
}

describe('the text that is signed', () => {
  it('is every parameter with a value, sorted by the bytes of its name, as it is before any URL encoding', () => {
    expect(
      signedText({ b: '2', a: '山 &=%', B: '1', a_b: '3', a1: '4', empty: '', sign: 'x' }, { without: ['sign'] }),
    ).toBe('B=1&a=山 &=%&a1=4&a_b=3&b=2')
  })

  it('keeps sign_type in a request and drops it from a notification', () => {
    const parameters = { sign: 's', sign_type: 'RSA2', x: '1' }
    expect(signedText(parameters, { without: ['sign'] })).toBe('sign_type=RSA2&x=1')
    expect(signedText(parameters, { without: ['sign', 'sign_type'] })).toBe('x=1')
    expect(signedText({}, { without: ['sign'] })).toBe('')
  })

  it('does not depend on the order in which parameters came (property)', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), fc.infiniteStream(fc.nat()), (parameters, order) => {
        const shuffled = Object.entries(parameters)
          .map((entry) => ({ entry, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry)
        const without = { without: ['sign'] }
        expect(signedText(Object.fromEntries(shuffled), without)).toBe(signedText(parameters, without))
      }),
    )
  })
})

describe('RSA2', () => {
  it('is SHA-256 with RSA PKCS #1 v1.5 over UTF-8, in base64: the same as node:crypto makes', () => {
    const text = signedText(notice, { without: ['sign', 'sign_type'] })
    const expected = signBytes('sha256', Buffer.from(text, 'utf8'), merchant.privateKey).toString('base64')
    expect(sign(text, merchant.privateKey)).toBe(expected)
    expect(verify(text, expected, merchant.publicKey)).toBe(true)
    expect(Buffer.from(expected, 'base64')).toHaveLength(256)
    const inGbk = signBytes('sha256', Buffer.from('d7a2b2e1', 'hex'), merchant.privateKey).toString('base64')
    expect(verify('注册', inGbk, merchant.publicKey)).toBe(false)
  })

  it('verifies a fixed signature under a fixed key (golden)', () => {
    const key = createPublicKey({ key: Buffer.from(golden.key, 'base64'), format: 'der', type: 'spki' })
    expect(verify(golden.text, golden.signature, key)).toBe(true)
    expect(verify(golden.text.replace('55.00', '55.01'), golden.signature, key)).toBe(false)
    const parameters = { total_amount: '55.00', b: '山月茶.中国 & +%20=', sign: golden.signature, c: '', a: '1' }
    expect(verify(signedText(parameters, { without: ['sign'] }), golden.signature, key)).toBe(true)
  })

  it('verifies nothing that was changed, made with another key, hash or padding, or is no signature', () => {
    const text = signedText(notice, { without: ['sign', 'sign_type'] })
    const good = sign(text, channel.privateKey)
    expect(verify(text, good, other.publicKey)).toBe(false)
    expect(verify(`${text} `, good, channel.publicKey)).toBe(false)
    const bytes = Buffer.from(text)
    const rsa1 = signBytes('sha1', bytes, channel.privateKey).toString('base64')
    const pss = signBytes('sha256', bytes, { key: channel.privateKey, padding: 6 }).toString('base64')
    for (const wrong of ['', '!', 'AAAA', rsa1, pss, good.slice(4), `${good.slice(0, -8)}AAAAAA==`])
      expect(verify(text, wrong, channel.publicKey)).toBe(false)
  })

  it('what it signs, node:crypto verifies, whatever the text (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const signature = Buffer.from(sign(text, merchant.privateKey), 'base64')
        expect(verifyBytes('sha256', Buffer.from(text), merchant.publicKey, signature)).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})

const alipay = alipayChannel({
  gateway: 'https://gateway.example/gateway.do',
  appId: '9021000000000001',
  merchantPrivateKey: merchant.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  alipayPublicKey: channel.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  notifyUrl: 'https://yuming.example/v1/payments/alipay/notify',
  now: () => new Date('2026-11-24T02:32:00Z'),
})
const signed = (form: Readonly<Record<string, string>>, key = channel.privateKey): Record<string, string> => ({
  ...form,
  sign: sign(signedText(form, { without: ['sign', 'sign_type'] }), key),
})

describe('a notification (S0-26)', () => {
  it('is read when the channel signed it', () => {
    expect(alipay.readNotice(signed(notice))).toEqual({
      outTradeNo: 'P20261124-1',
      tradeNo: '2026112422001400010000000001',
      fen: 5_500,
      status: 'paid',
    })
  })

  it('is not believed when any field was changed, added, dropped or swapped, or another signed it', () => {
    const good = signed(notice)
    const fields = Object.keys(notice).filter((name) => notice[name] !== '' && name !== 'sign_type')
    for (const name of fields) {
      expect(alipay.readNotice({ ...good, [name]: `${notice[name]}1` }), name).toBeUndefined()
      const { [name]: _, ...dropped } = good
      expect(alipay.readNotice(dropped), name).toBeUndefined()
    }
    expect(alipay.readNotice({ ...good, added: '1' })).toBeUndefined()
    expect(alipay.readNotice({ ...good, total_amount: good.trade_no ?? '', trade_no: '55.00' })).toBeUndefined()
    expect(alipay.readNotice(signed(notice, other.privateKey))).toBeUndefined()
    expect(alipay.readNotice(signed(notice, merchant.privateKey))).toBeUndefined()
    expect(alipay.readNotice({ ...good, sign: '' })).toBeUndefined()
    expect(alipay.readNotice(notice)).toBeUndefined()
    expect(alipay.readNotice({})).toBeUndefined()
  })

  it('is not believed for another application or by a weaker signature, though the channel signed it', () => {
    expect(alipay.readNotice(signed({ ...notice, app_id: '9021000000000002' }))).toBeUndefined()
    for (const type of ['RSA', 'MD5', ''])
      expect(alipay.readNotice({ ...signed(notice), sign_type: type })).toBeUndefined()
  })

  it('passes over an empty field, which is not part of what is signed', () => {
    expect(alipay.readNotice({ ...signed(notice), buyer_logon_id: '' })).toBeDefined()
  })

  it.each(['', '55', '55.0', '5.5e1', '-55.00', '55.001', ' 55.00', '0x37', '９.00'])(
    'reads the amount "%s" exactly or not at all',
    (amount) => {
      const read = alipay.readNotice(signed({ ...notice, total_amount: amount }))
      expect(read?.fen).toBe(amount === '55' || amount === '55.0' ? 5_500 : undefined)
    },
  )
})

describe('a request', () => {
  it('carries a signature over all its parameters with sign_type, in UTF-8', () => {
    const page = alipay.payPage({
      outTradeNo: 'P1',
      fen: 5_501,
      subject: '山月茶.中国 & 公司',
      returnUrl: 'https://yuming.example/orders/1?a=1&b=2',
      expiresAt: new Date('2026-11-24T03:02:00Z'),
    })
    const url = new URL(page)
    const parameters = Object.fromEntries(url.searchParams)
    expect(parameters).toMatchObject({ sign_type: 'RSA2', charset: 'utf-8', timestamp: '2026-11-24 10:32:00' })
    expect(JSON.parse(parameters.biz_content ?? '')).toMatchObject({
      total_amount: '55.01',
      subject: '山月茶.中国 & 公司',
      time_expire: '2026-11-24 11:02:00',
    })
    const text = Object.entries(parameters)
      .filter(([name]) => name !== 'sign')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((pair) => pair.join('='))
      .join('&')
    const key = createPublicKey(merchant.publicKey.export({ type: 'spki', format: 'pem' }))
    expect(verifyBytes('sha256', Buffer.from(text), key, Buffer.from(parameters.sign ?? '', 'base64'))).toBe(true)
  })
})
