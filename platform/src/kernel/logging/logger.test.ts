import { Writable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLogger } from './index.ts'

function listening() {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk))
      done()
    },
  })
  return { log: createLogger('info', sink), written: () => lines.join('') }
}

// Made up; the check digit is right.
const identity = '330106199001010034'
const planted: readonly string[] = [
  identity,
  '11010519491231002X',
  '13800138000',
  '+86.13800010002',
  '139 1234 5678',
  '1101 0519 4912 3100 2X',
  '110105-19491231-002x',
  '110105 19491231 002X',
  '１１０１０５１９４９１２３１００２Ｘ',
  '91330106MA2R5XTEA9',
  'E12345678',
  'EA1234567',
  'H1234567801',
  'planted.person%40mail.example.cn',
  'planted.person+tag@mail.example.cn',
  '张三planted@例子.中国',
  'Bearer planted-abcDEF_123.456',
  'password=planted!1',
  '{"newPassword":"planted"}',
  'postgresql://planted:planted@db.example/x',
  'eyJhbGciOi.eyJwbGFudGVk.c2ln',
  '<domain:pw>planted</domain:pw>',
]
const traces = [
  'planted',
  identity.slice(0, 15),
  '11010519491231002X',
  '13800138000',
  '13800010002',
  '1234 5678',
  '1949',
  '１９４９',
  'MA2R5',
  '1234567',
  'eyJwbGFu',
]

function expectClean(written: string): void {
  // A moment in milliseconds may hold any four digits.
  const said = written.replaceAll(/"time":\d+/g, '"time":0')
  for (const trace of traces) expect(said).not.toContain(trace)
}

describe('the log', () => {
  it('carries no personal data and no secret, however deep it was handed over', () => {
    const { log, written } = listening()
    log.info(
      {
        email: 'planted@a.example',
        user: { phone: 'planted-phone', deep: { password: 'planted-pw' } },
        task: '2026112400001',
      },
      'done',
    )
    log.error(
      {
        err: Object.assign(new Error('Key (name)=(planted) already exists'), { severity: 'ERROR', code: '23505' }),
      },
      'failed',
    )
    log.info({ req: { method: 'GET', url: '/v1/email-verifications?token=planted', id: 'r1' } })
    expectClean(written())
    expect(written()).toContain('2026112400001')
    expect(written()).toContain('23505')
    expect(written()).toContain('/v1/email-verifications')
  })

  it('does not tell a database error by its own words when nobody gave others', () => {
    const { log, written } = listening()
    const error = Object.assign(new Error('Key (name)=(planted) already exists'), { severity: 'ERROR' })
    log.error(error)
    log.error({ err: error })
    log.error(new Error('the outer: 100%s', { cause: error }))
    expectClean(written())
    expect(written()).toContain('a database error')
    expect(written()).toContain('the outer: 100%s')
  })

  it('hides what stands in messages, parameters of messages, bindings of children, names of members and numbers', () => {
    for (const secret of planted) {
      const { log, written } = listening()
      log.info(`before ${secret} after`)
      log.info('before %s after', secret)
      log.info({ [secret]: 1, deep: [[{ [secret]: [secret] }]] }, 'x')
      log.child({ who: secret, more: { deep: { token: 'planted' } } }).warn('y')
      log.info({ mobile: 1, n: 13800138000, large: Number(identity), big: BigInt(identity) })
      expectClean(written())
    }
  })

  it('tells what is needed to find a fault', () => {
    const { log, written } = listening()
    const kept = {
      task: '2026112400001',
      id: 'a17612345-0000-4000-8000-a13800138000',
      uuid: 'a1761234-0000-4000-8000-a13800138000',
      ascii: 'xn--fiq228c.cn',
      code: 'order.refused',
      fen: 5_500,
      not: '110105194912310021',
      at: '2026-11-24T02:32:00.000Z',
    }
    log.info(kept, 'an order was refused')
    const { level: _, time: __, ...line } = JSON.parse(written()) as Record<string, unknown>
    expect(line).toEqual({ ...kept, id: 'a17612345-0000-4000-8000-a[left out]', msg: 'an order was refused' })
  })

  it('survives circles, throwing members, requests and objects of classes, of which it tells the kind alone', () => {
    class Account {
      holder = 'planted'
    }
    const { log, written } = listening()
    const circle: Record<string, unknown> = { account: new Account(), bytes: Buffer.from('planted') }
    circle.self = circle
    log.info({ circle }, 'circle')
    log.error(Object.assign(new Error('loop'), { cause: undefined, holder: 'planted' }), 'z')
    const loop = new Error('loop')
    loop.cause = loop
    log.error({ err: loop }, 'loop')
    log.error({ err: new AggregateError([new Error('mail to planted@b.example')], 'several') }, 'several')
    expectClean(written())
    expect(written()).toContain('[Account]')
    expect(written().trim().split('\n')).toHaveLength(4)
  })

  it('never tells a planted secret, whatever it is wrapped into (property)', () => {
    const secret = fc.constantFrom(...planted)
    const text = fc
      .tuple(
        fc.constantFrom('', ' ', '：', '(', '"', 'sent to '),
        secret,
        fc.constantFrom('', ' ', ')', '"', '，', '\n'),
      )
      .map((parts) => parts.join(''))
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 7, withCrossShrink: true },
        text,
        tie('list'),
        tie('object'),
        tie('error'),
        tie('map'),
      ),
      list: fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
      object: fc.dictionary(fc.oneof(fc.string(), text), tie('value'), { minKeys: 1, maxKeys: 3 }),
      error: fc.tuple(text, tie('value')).map(([message, cause]) => new Error(message, { cause })),
      map: fc.tuple(text, tie('value')).map((entry) => new Map([entry])),
    }))
    fc.assert(
      fc.property(value, text, (wrapped, message) => {
        const { log, written } = listening()
        log.info({ wrapped }, message)
        log.error({ err: wrapped })
        log.info(wrapped as object)
        expectClean(written())
      }),
      { numRuns: 300 },
    )
  })

  it('never tells a member with a private name, at any depth and in any spelling (property)', () => {
    const names = [
      'password',
      'newPassword',
      'X-API-Key',
      'access_token',
      'Authorization',
      'set-cookie',
      'email',
      'mobilePhone',
      'authInfo',
      'pw',
      'street',
    ]
    const holder = fc
      .tuple(fc.constantFrom(...names), fc.jsonValue())
      .map(([name, value]) => ({ [name]: { planted: value, list: ['planted'] } }))
    fc.assert(
      fc.property(holder, fc.array(fc.constantFrom('list', 'object', 'cause'), { maxLength: 10 }), (inner, wraps) => {
        const wrapped = wraps.reduce<unknown>(
          (value, wrap) =>
            wrap === 'list' ? [value] : wrap === 'object' ? { of: value } : new Error('e', { cause: value }),
          inner,
        )
        const { log, written } = listening()
        log.info({ wrapped }, 'x')
        expectClean(written())
      }),
    )
  })
})
