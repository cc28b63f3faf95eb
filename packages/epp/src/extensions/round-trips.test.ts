import fc from 'fast-check'
import { describe, it } from 'vitest'
import { poll } from '../poll/poll.ts'
import { extension, maybe, record, returns, some, token } from '../testing/round-trip.ts'
import {
  changePoll,
  cnnicContact,
  cnnicDomain,
  cnnicHost,
  cnnicIdTypes,
  fee,
  idnLang,
  loginSec,
  namestoreExt,
  rgp,
  secDNS,
} from './index.ts'

describe('what is written is read back the same', () => {
  it('for poll', () => {
    returns(
      poll.request,
      fc.oneof(record({ op: fc.constant('req' as const) }), record({ op: fc.constant('ack' as const), msgID: token })),
    )
  })

  it('for rgp', () => {
    const statuses = some(record({ s: token, lang: maybe(fc.constant('zh')), text: maybe(token) }))
    extension(rgp.elements.infData, statuses)
    extension(rgp.elements.upData, statuses)
    const report = record({
      preData: token,
      postData: token,
      delTime: token,
      resTime: token,
      resReason: token,
      statements: some(token),
      other: maybe(token),
    })
    extension(
      rgp.elements.update,
      fc.oneof(record({ op: fc.constant('request' as const) }), record({ op: fc.constant('report' as const), report })),
    )
  })

  it('for loginSec', () => {
    extension(
      loginSec.elements.loginSec,
      record({
        userAgent: maybe(record({ app: maybe(token), tech: maybe(token), os: maybe(token) })),
        pw: maybe(token),
        newPW: maybe(token),
      }),
    )
  })

  it('for namestoreExt', () => {
    extension(namestoreExt.elements.namestoreExt, token)
    extension(namestoreExt.elements.nsExtErrData, record({ code: token, message: token }))
  })

  it('for idnLang', () => {
    extension(idnLang.elements.tag, token)
  })

  it('for changePoll', () => {
    extension(
      changePoll.elements.changeData,
      record({
        state: maybe(fc.constantFrom('before' as const, 'after' as const)),
        operation: fc.constantFrom('create' as const, 'update' as const, 'custom' as const),
        op: maybe(token),
        date: token,
        svTRID: token,
        who: token,
        caseId: maybe(
          record({ id: token, type: fc.constantFrom('udrp' as const, 'urs' as const), name: maybe(token) }),
        ),
        reason: maybe(token),
      }),
    )
  })

  it('for secDNS', () => {
    const key = record({
      flags: fc.nat(65535),
      protocol: fc.constant(3),
      alg: fc.nat(255),
      pubKey: fc.base64String({ minLength: 4, maxLength: 40 }),
    })
    const ds = record({
      keyTag: fc.nat(65535),
      alg: fc.nat(255),
      digestType: fc.nat(255),
      digest: fc.stringMatching(/^([0-9A-F]{2}){4,32}$/),
      keyData: maybe(key),
    })
    const maxSigLife = maybe(fc.integer({ min: 1, max: 10 ** 9 }))
    const data = fc.oneof(record({ maxSigLife, dsData: some(ds) }), record({ maxSigLife, keyData: some(key) }))
    extension(secDNS.elements.infData, data)
    extension(
      secDNS.elements.update,
      record({
        urgent: maybe(fc.boolean()),
        rem: maybe(
          fc.oneof(
            record({ all: fc.constant(true as const) }),
            record({ dsData: some(ds) }),
            record({ keyData: some(key) }),
          ),
        ),
        add: maybe(data),
        chg: maybe(record({ maxSigLife })),
      }),
    )
  })

  it('for fee', () => {
    const digits = fc.tuple(fc.nat(10 ** 6), fc.nat(99))
    const amount = digits.map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`)
    const lang = maybe(fc.constantFrom('zh', 'en'))
    const fees = maybe(
      some(
        record({
          amount,
          description: maybe(token),
          lang,
          refundable: maybe(fc.boolean()),
          gracePeriod: maybe(fc.constantFrom('P5D', 'PT12H')),
          applied: maybe(fc.constantFrom('immediate' as const, 'delayed' as const)),
        }),
      ),
    )
    const credits = maybe(some(record({ amount: amount.map((text) => `-${text}`), description: maybe(token), lang })))
    const currency = maybe(fc.constantFrom('CNY', 'USD'))
    const period = maybe(
      record({ value: fc.integer({ min: 1, max: 99 }), unit: fc.constantFrom('y' as const, 'm' as const) }),
    )
    const command = {
      name: fc.constantFrom('create' as const, 'renew' as const, 'transfer' as const, 'restore' as const),
      customName: maybe(token),
      phase: maybe(token),
      subphase: maybe(token),
      period,
    }
    extension(fee.elements.check, record({ currency, commands: some(record(command)) }))
    const quote = record({ ...command, standard: maybe(fc.boolean()), fees, credits, reason: maybe(token) })
    const result = record({
      objID: token,
      avail: fc.boolean(),
      class: maybe(token),
      commands: fc.array(quote, { maxLength: 2 }),
      reason: maybe(token),
    })
    extension(fee.elements.chkData, record({ currency: fc.constantFrom('CNY', 'USD'), results: some(result) }))
    const { create, renew, transfer, update, creData, renData, trnData, updData, delData } = fee.elements
    for (const agreed of [create, renew, transfer, update]) extension(agreed, record({ currency, fees, credits }))
    const charged = record({
      currency,
      period,
      fees,
      credits,
      balance: maybe(amount.map((text) => `-${text}`)),
      creditLimit: maybe(amount),
    })
    for (const told of [creData, renData, trnData, updData, delData]) extension(told, charged)
  })

  it('for the extensions of .cn', () => {
    const type = fc.constantFrom('I' as const, 'E' as const)
    extension(cnnicDomain.elements.create, record({ type, purveyor: token }))
    extension(cnnicDomain.elements.update, record({ type: maybe(type), purveyor: maybe(token) }))
    extension(cnnicDomain.elements.infData, record({ type: maybe(type), purveyor: maybe(token) }))
    for (const element of Object.values(cnnicHost.elements)) extension(element, record({ purveyor: token }))
    const paper = record({ type: fc.constantFrom(...cnnicIdTypes), number: token })
    extension(
      cnnicContact.elements.infData,
      record({ type: maybe(type), paper: maybe(paper), purveyor: maybe(token), mobile: maybe(token) }),
    )
  })
})
