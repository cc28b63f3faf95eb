import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactCreate } from './contact/create.ts'
import { contactUpdate } from './contact/update.ts'
import { domainCheck } from './domain/check.ts'
import { domainCreate } from './domain/create.ts'
import { domainInfo } from './domain/info.ts'
import { domainRenew } from './domain/renew.ts'
import { domainTransfer } from './domain/transfer.ts'
import { domainUpdate } from './domain/update.ts'
import { authInfoFrom, cnnicContact, cnnicIdTypes, fee, secDNS } from './extensions/index.ts'
import { hostCreate } from './host/create.ts'
import { contactPending, domainPending, hostPending } from './poll/pending-action.ts'
import { login } from './session/login.ts'
import { extension, instant, maybe, record, request, returns, some, token } from './testing/round-trip.ts'

const period = record({ value: fc.integer({ min: 1, max: 99 }), unit: fc.constantFrom('y' as const, 'm' as const) })
const address = record({ ip: fc.constantFrom('v4' as const, 'v6' as const), address: token })
const nameservers = fc.oneof(
  record({ model: fc.constant('objects' as const), servers: some(record({ name: token })) }),
  record({
    model: fc.constant('attributes' as const),
    servers: some(record({ name: token, addresses: fc.array(address, { maxLength: 2 }) })),
  }),
)
const contacts = some(
  record({ type: fc.constantFrom('admin' as const, 'tech' as const, 'billing' as const), id: token }),
)
const statuses = some(fc.oneof(record({ s: token }), record({ s: token, lang: fc.constant('zh'), text: token })))
const authInfo = fc.oneof(record({ pw: token }), record({ pw: token, roid: token }), fc.constant({ pw: '' }))
const changes = record({ nameservers: maybe(nameservers), contacts: maybe(contacts), statuses: maybe(statuses) })
const phone = record({ number: token, x: maybe(token) })
const postalInfo = record({
  type: fc.constantFrom('int' as const, 'loc' as const),
  name: token,
  org: maybe(token),
  street: fc.array(token, { maxLength: 3 }),
  city: token,
  sp: maybe(token),
  pc: maybe(token),
  cc: token,
})
const fields = {
  postalInfo: some(postalInfo),
  voice: maybe(phone),
  fax: maybe(phone),
  email: token,
  authInfo: maybe(record({ pw: token })),
}

describe('what is written is read back the same', () => {
  it('for domains', () => {
    request(domainCheck, record({ names: some(token) }))
    returns(
      domainCheck.response,
      record({
        results: some(
          fc.oneof(
            record({ name: token, available: fc.boolean() }),
            record({ name: token, available: fc.boolean(), reason: token }),
          ),
        ),
      }),
    )
    request(
      domainCreate,
      record({
        name: token,
        period: maybe(period),
        nameservers: maybe(nameservers),
        registrant: maybe(token),
        contacts: maybe(contacts),
        authInfo,
      }),
    )
    request(
      domainUpdate,
      record({
        name: token,
        add: maybe(changes),
        rem: maybe(changes),
        chg: maybe(
          record({ registrant: maybe(token), authInfo: maybe(fc.oneof(authInfo, fc.constant({ pw: null }))) }),
        ),
      }),
    )
    request(
      domainRenew,
      record({ name: token, curExpDate: instant.map((text) => text.slice(0, 10)), period: maybe(period) }),
    )
    request(
      domainTransfer,
      record({
        op: fc.constantFrom(
          'query' as const,
          'request' as const,
          'approve' as const,
          'reject' as const,
          'cancel' as const,
        ),
        name: token,
        years: maybe(fc.integer({ min: 1, max: 10 })),
        pw: maybe(token),
      }),
    )
    returns(
      domainInfo.response,
      record({
        name: token,
        roid: token,
        statuses,
        registrant: maybe(token),
        contacts,
        nameservers: maybe(nameservers),
        hosts: fc.array(token, { maxLength: 2 }),
        clID: token,
        crID: maybe(token),
        crDate: maybe(instant),
        exDate: maybe(instant),
        trDate: maybe(instant),
        authInfo: maybe(authInfo),
      }),
    )
  })

  it('for contacts, hosts and logins', () => {
    request(contactCreate, record({ id: token, ...fields }))
    request(
      contactUpdate,
      record({
        id: token,
        add: maybe(some(token)),
        rem: maybe(some(token)),
        chg: maybe(record({ email: token, voice: maybe(phone) })),
      }),
    )
    request(hostCreate, record({ name: token, addresses: fc.array(address, { maxLength: 3 }) }))
    request(
      login,
      record({
        clID: token,
        pw: token,
        newPW: maybe(token),
        version: token,
        lang: token,
        objURIs: some(token),
        extURIs: fc.array(token, { maxLength: 3 }),
      }),
    )
  })

  it('for the ends of pending actions', () => {
    for (const codec of [domainPending, contactPending, hostPending]) {
      returns(
        codec,
        record({ name: token, paResult: fc.boolean(), clTRID: maybe(token), svTRID: token, paDate: instant }),
      )
    }
  })

  it('for extensions', () => {
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
    extension(
      secDNS.elements.create,
      fc.oneof(
        record({ maxSigLife: maybe(fc.integer({ min: 1, max: 10 ** 9 })), dsData: some(ds) }),
        record({ keyData: some(key) }),
      ),
    )
    const amount = fc
      .tuple(fc.nat(10 ** 6), fc.nat(99))
      .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`)
    const charge = record({
      amount,
      description: maybe(token),
      refundable: maybe(fc.boolean()),
      applied: maybe(fc.constantFrom('immediate' as const, 'delayed' as const)),
    })
    extension(
      fee.elements.creData,
      record({
        currency: maybe(fc.constant('CNY')),
        period: maybe(period),
        fees: maybe(some(charge)),
        balance: maybe(amount.map((text) => `-${text}`)),
      }),
    )
    const paper = record({ type: fc.constantFrom(...cnnicIdTypes), number: token })
    const person = record({
      type: maybe(fc.constantFrom('I' as const, 'E' as const)),
      paper: maybe(paper),
      purveyor: maybe(token),
      mobile: maybe(token),
    })
    extension(cnnicContact.elements.create, person)
    extension(cnnicContact.elements.update, record({ add: maybe(person), rem: maybe(person), chg: maybe(person) }))
  })
})

describe('transfer passwords (RFC 9154)', () => {
  it('carry at least 128 bits in printable characters', () => {
    expect(authInfoFrom(new Uint8Array(16))).toMatch(/^[\w-]{22}$/)
    expect(() => authInfoFrom(new Uint8Array(15))).toThrow(RangeError)
  })
})
