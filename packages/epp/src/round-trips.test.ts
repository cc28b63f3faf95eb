import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactCheck } from './contact/check.ts'
import { contactCreate } from './contact/create.ts'
import { contactDelete } from './contact/delete.ts'
import { contactInfo } from './contact/info.ts'
import { contactTransfer } from './contact/transfer.ts'
import { contactUpdate } from './contact/update.ts'
import { domainCreate } from './domain/create.ts'
import { domainDelete } from './domain/delete.ts'
import { domainInfo } from './domain/info.ts'
import { domainRenew } from './domain/renew.ts'
import { domainTransfer } from './domain/transfer.ts'
import { hostCheck } from './host/check.ts'
import { hostCreate } from './host/create.ts'
import { hostDelete } from './host/delete.ts'
import { hostInfo } from './host/info.ts'
import { hostUpdate } from './host/update.ts'
import { greetingElement, greetingOf } from './session/greeting.ts'
import { logout } from './session/logout.ts'
import { instant, maybe, password, record, request, response, returns, some, token } from './testing/round-trip.ts'

const names = record({ names: some(token) })
const checked = record({ results: some(record({ name: token, available: fc.boolean(), reason: maybe(token) })) })
const named = record({ name: token })
const transfer = record({
  op: fc.constantFrom('query' as const, 'request' as const, 'approve' as const, 'reject' as const, 'cancel' as const),
  name: token,
  pw: maybe(password),
})
const transferred = record({
  name: token,
  trStatus: token,
  reID: token,
  reDate: instant,
  acID: token,
  acDate: instant,
  exDate: maybe(instant),
})
const authInfo = record({ pw: password })
const phone = record({ number: token, x: maybe(token) })
const type = fc.constantFrom('int' as const, 'loc' as const)
const postalInfo = record({
  type,
  name: token,
  org: maybe(token),
  street: fc.array(token, { maxLength: 3 }),
  city: token,
  sp: maybe(token),
  pc: maybe(token),
  cc: token,
})
const disclose = record({
  flag: fc.boolean(),
  elements: fc.array(
    record({ name: fc.constantFrom('name', 'org', 'addr', 'voice', 'fax', 'email'), type: maybe(type) }),
    { maxLength: 6 },
  ),
})
const contactFields = {
  postalInfo: some(postalInfo),
  voice: maybe(phone),
  fax: maybe(phone),
  email: token,
  authInfo: maybe(authInfo),
  disclose: maybe(disclose),
}
const address = record({ ip: fc.constantFrom('v4' as const, 'v6' as const), address: token })
const hostChange = record({
  addresses: fc.array(address, { maxLength: 3 }),
  statuses: fc.array(token, { maxLength: 3 }),
})
const stamps = {
  clID: token,
  crID: token,
  crDate: instant,
  upID: maybe(token),
  upDate: maybe(instant),
  trDate: maybe(instant),
}

describe('what is written is read back the same', () => {
  it('for what is asked and told of domains', () => {
    request(
      domainInfo,
      record({
        name: token,
        hosts: maybe(fc.constantFrom('all' as const, 'del' as const, 'sub' as const, 'none' as const)),
        authInfo: maybe(record({ pw: password, roid: maybe(token) })),
      }),
    )
    response(domainCreate, record({ name: token, crDate: instant, exDate: maybe(instant) }))
    response(domainRenew, record({ name: token, exDate: maybe(instant) }))
    request(domainDelete, named)
    response(domainTransfer, transferred)
  })

  it('for contacts', () => {
    request(contactCheck, names)
    response(contactCheck, checked)
    request(contactCreate, record({ id: token, ...contactFields }))
    response(contactCreate, record({ id: token, crDate: instant }))
    request(contactInfo, record({ id: token, authInfo: maybe(authInfo) }))
    response(
      contactInfo,
      record({
        id: token,
        roid: token,
        statuses: fc.array(token, { maxLength: 3 }),
        ...contactFields,
        ...stamps,
      }),
    )
    request(
      contactUpdate,
      record({
        id: token,
        add: maybe(some(token)),
        rem: maybe(some(token)),
        chg: maybe(record({ ...contactFields, postalInfo: maybe(some(postalInfo)), email: maybe(token) })),
      }),
    )
    request(contactDelete, named)
    request(contactTransfer, transfer)
    response(contactTransfer, transferred)
  })

  it('for hosts', () => {
    request(hostCheck, names)
    response(hostCheck, checked)
    response(hostCreate, record({ name: token, crDate: instant }))
    request(hostInfo, named)
    response(
      hostInfo,
      record({
        name: token,
        roid: token,
        statuses: fc.array(token, { maxLength: 3 }),
        addresses: fc.array(address, { maxLength: 3 }),
        ...stamps,
      }),
    )
    request(hostUpdate, record({ name: token, add: maybe(hostChange), rem: maybe(hostChange), newName: maybe(token) }))
    request(hostDelete, named)
  })

  it('for the greeting and the goodbye', () => {
    returns(
      { write: greetingElement, read: greetingOf },
      record({
        svID: token,
        svDate: instant,
        versions: some(token),
        langs: some(token),
        objURIs: some(token),
        extURIs: fc.array(token, { maxLength: 3 }),
      }),
    )
    request(logout, fc.constant({}))
    expect(logout.response).toBeUndefined()
  })
})
