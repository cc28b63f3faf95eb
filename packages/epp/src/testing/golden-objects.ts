import type { Codec, EppCommand } from '../command.ts'
import { contactCheck } from '../contact/check.ts'
import { contactCreate } from '../contact/create.ts'
import { contactDelete } from '../contact/delete.ts'
import { contactInfo } from '../contact/info.ts'
import { contactTransfer } from '../contact/transfer.ts'
import { contactUpdate } from '../contact/update.ts'
import { domainCheck } from '../domain/check.ts'
import { domainCreate } from '../domain/create.ts'
import { domainDelete } from '../domain/delete.ts'
import { domainInfo } from '../domain/info.ts'
import { domainRenew } from '../domain/renew.ts'
import { domainTransfer } from '../domain/transfer.ts'
import { domainUpdate } from '../domain/update.ts'
import type { ResponseInput } from '../frame/response.ts'
import { hostCheck } from '../host/check.ts'
import { hostCreate } from '../host/create.ts'
import { hostDelete } from '../host/delete.ts'
import { hostInfo } from '../host/info.ts'
import { hostUpdate } from '../host/update.ts'
import { namespaces } from '../namespaces.ts'
import { contactPending, domainPending, hostPending, type PendingAction } from '../poll/pending-action.ts'
import { poll } from '../poll/poll.ts'
import { login } from '../session/login.ts'
import { logout } from '../session/logout.ts'
import type { XmlElement } from '../xml/element.ts'

/** One pair of golden files, `<file>.request.xml` and `<file>.response.xml`, with what they mean. */
export interface GoldenPair {
  readonly file: string
  readonly command: EppCommand<unknown, unknown>
  readonly request: unknown
  readonly requestExtensions?: readonly XmlElement[]
  readonly code: number
  readonly queue?: ResponseInput['queue']
  readonly data?: unknown
  readonly responseExtensions?: readonly XmlElement[]
}

export function pair<Req, Res>(
  file: string,
  command: EppCommand<Req, Res>,
  request: Req,
  answer: { code?: number; data?: Res; queue?: ResponseInput['queue']; extensions?: readonly XmlElement[] } = {},
  requestExtensions: readonly XmlElement[] = [],
): GoldenPair {
  const { code = 1000, data, queue, extensions = [] } = answer
  const untyped: EppCommand<unknown, unknown> = command as EppCommand<unknown, unknown>
  return {
    file,
    command: untyped,
    request,
    requestExtensions,
    code,
    responseExtensions: extensions,
    ...(data === undefined ? {} : { data }),
    ...(queue ? { queue } : {}),
  }
}

const made = '2026-11-23T08:00:00.0Z'
const ends = '2027-11-23T08:00:00.0Z'
const transfer = {
  trStatus: 'pending',
  reID: 'YUMING-1',
  reDate: made,
  acID: 'OTHER-2',
  acDate: '2026-11-28T08:00:00.0Z',
}
const holder = {
  id: 'HOLDER-1',
  postalInfo: [
    {
      type: 'loc' as const,
      name: '王小明',
      org: '小明 & 朋友们',
      street: ['中关村大街 1 号'],
      city: '北京',
      sp: '北京',
      pc: '100080',
      cc: 'CN',
    },
    { type: 'int' as const, name: 'Wang Xiaoming', street: ['1 Zhongguancun Street'], city: 'Beijing', cc: 'CN' },
  ],
  voice: { number: '+86.13800000000', x: '12' },
  email: 'wang@example.cn',
  authInfo: { pw: '2fooBAR<&>' },
  disclose: { flag: false, elements: [{ name: 'name', type: 'loc' as const }, { name: 'voice' }] },
}
const nameservers = { model: 'objects' as const, servers: [{ name: 'ns1.example.cn' }, { name: 'ns2.example.cn' }] }
const addresses = [
  { ip: 'v4' as const, address: '192.0.2.1' },
  { ip: 'v6' as const, address: '2001:db8::1' },
]

const pendingEnd = { paResult: true, clTRID: 'YUMING-7', svTRID: 'REGISTRY-7', paDate: made }

const pendingMessage = (codec: Codec<PendingAction>, name: string) => ({
  code: 1301,
  queue: { count: 1, id: '7', date: made, message: 'Pending action completed.' },
  data: codec.write({ name, ...pendingEnd }),
})

export const goldenObjects: readonly GoldenPair[] = [
  pair('session/login', login, {
    clID: 'YUMING-1',
    pw: 'foo-BAR2',
    newPW: 'bar-FOO2',
    version: '1.0',
    lang: 'en',
    objURIs: [namespaces.domain, namespaces.contact, namespaces.host],
    extURIs: [namespaces.secDNS, namespaces.rgp],
  }),
  pair('session/logout', logout, {}, { code: 1500 }),
  pair(
    'poll/req',
    poll,
    { op: 'req' },
    {
      code: 1301,
      queue: { count: 2, id: '12345', date: made, message: 'Transfer requested.' },
      data: domainTransfer.response?.write({ name: 'example.cn', ...transfer }),
    },
  ),
  pair('poll/pending-domain', poll, { op: 'req' }, pendingMessage(domainPending, 'example.cn')),
  pair('poll/pending-contact', poll, { op: 'req' }, pendingMessage(contactPending, 'HOLDER-1')),
  pair('poll/pending-host', poll, { op: 'req' }, pendingMessage(hostPending, 'ns1.example.cn')),
  pair('poll/ack', poll, { op: 'ack', msgID: '12345' }, { queue: { count: 1, id: '12346' } }),
  pair(
    'domain/check',
    domainCheck,
    { names: ['example.cn', 'xn--fiq228c.cn'] },
    {
      data: {
        results: [
          { name: 'example.cn', available: true },
          { name: 'xn--fiq228c.cn', available: false, reason: 'In use' },
        ],
      },
    },
  ),
  pair(
    'domain/info',
    domainInfo,
    { name: 'example.cn', hosts: 'del', authInfo: { pw: '2fooBAR' } },
    {
      data: {
        name: 'example.cn',
        roid: 'EXAMPLE1-CN',
        statuses: [{ s: 'ok' }, { s: 'clientHold', lang: 'en', text: 'Payment overdue.' }],
        registrant: 'HOLDER-1',
        contacts: [
          { type: 'admin', id: 'HOLDER-1' },
          { type: 'tech', id: 'TECH-1' },
        ],
        nameservers,
        hosts: ['ns1.example.cn'],
        clID: 'YUMING-1',
        crID: 'YUMING-1',
        crDate: made,
        upID: 'YUMING-1',
        upDate: made,
        exDate: ends,
        trDate: made,
        authInfo: { pw: '2fooBAR', roid: 'HOLDER1-CN' },
      },
    },
  ),
  pair(
    'domain/create',
    domainCreate,
    {
      name: 'example.cn',
      period: { value: 2, unit: 'y' },
      nameservers: {
        model: 'attributes',
        servers: [
          { name: 'ns1.example.cn', addresses },
          { name: 'ns2.example.net', addresses: [] },
        ],
      },
      registrant: 'HOLDER-1',
      contacts: [{ type: 'admin', id: 'HOLDER-1' }],
      authInfo: { pw: '2fooBAR' },
    },
    { data: { name: 'example.cn', crDate: made, exDate: ends } },
  ),
  pair(
    'domain/create-without-password',
    domainCreate,
    { name: 'example.com', period: { value: 1, unit: 'y' }, authInfo: { pw: '' } },
    { data: { name: 'example.com', crDate: made, exDate: ends } },
  ),
  pair('domain/update', domainUpdate, {
    name: 'example.cn',
    add: { nameservers, statuses: [{ s: 'clientTransferProhibited' }] },
    rem: { contacts: [{ type: 'tech', id: 'TECH-1' }] },
    chg: { registrant: 'HOLDER-2', authInfo: { pw: null } },
  }),
  pair('domain/delete', domainDelete, { name: 'example.cn' }, { code: 1001 }),
  pair(
    'domain/renew',
    domainRenew,
    { name: 'example.cn', curExpDate: '2027-11-23', period: { value: 1, unit: 'y' } },
    {
      data: { name: 'example.cn', exDate: '2028-11-23T08:00:00.0Z' },
    },
  ),
  pair(
    'domain/transfer',
    domainTransfer,
    { op: 'request', name: 'example.cn', years: 1, pw: '2fooBAR' },
    {
      code: 1001,
      data: { name: 'example.cn', ...transfer, exDate: ends },
    },
  ),
  pair(
    'contact/check',
    contactCheck,
    { names: ['HOLDER-1', 'HOLDER-2'] },
    {
      data: {
        results: [
          { name: 'HOLDER-1', available: false, reason: 'In use' },
          { name: 'HOLDER-2', available: true },
        ],
      },
    },
  ),
  pair(
    'contact/info',
    contactInfo,
    { id: 'HOLDER-1', authInfo: { pw: '2fooBAR' } },
    {
      data: {
        ...holder,
        roid: 'HOLDER1-CN',
        statuses: ['linked', 'clientDeleteProhibited'],
        clID: 'YUMING-1',
        crID: 'YUMING-1',
        crDate: made,
        upID: 'YUMING-1',
        upDate: made,
      },
    },
  ),
  pair('contact/create', contactCreate, holder, { data: { id: 'HOLDER-1', crDate: made } }),
  pair('contact/update', contactUpdate, {
    id: 'HOLDER-1',
    add: ['clientDeleteProhibited'],
    rem: ['clientUpdateProhibited'],
    chg: { email: 'new@example.cn', voice: { number: '+86.1088888888' } },
  }),
  pair('contact/delete', contactDelete, { name: 'HOLDER-1' }),
  pair(
    'contact/transfer',
    contactTransfer,
    { op: 'query', name: 'HOLDER-1', pw: '2fooBAR' },
    { data: { name: 'HOLDER-1', ...transfer } },
  ),
  pair(
    'host/check',
    hostCheck,
    { names: ['ns1.example.cn'] },
    { data: { results: [{ name: 'ns1.example.cn', available: true }] } },
  ),
  pair(
    'host/info',
    hostInfo,
    { name: 'ns1.example.cn' },
    {
      data: {
        name: 'ns1.example.cn',
        roid: 'NS1EXAMPLE-CN',
        statuses: ['linked'],
        addresses,
        clID: 'YUMING-1',
        crID: 'YUMING-1',
        crDate: made,
      },
    },
  ),
  pair(
    'host/create',
    hostCreate,
    { name: 'ns1.example.cn', addresses },
    { data: { name: 'ns1.example.cn', crDate: made } },
  ),
  pair('host/update', hostUpdate, {
    name: 'ns1.example.cn',
    add: { addresses: [{ ip: 'v4', address: '192.0.2.2' }], statuses: ['clientUpdateProhibited'] },
    rem: { addresses: [{ ip: 'v6', address: '2001:db8::1' }], statuses: [] },
    newName: 'ns2.example.cn',
  }),
  pair('host/delete', hostDelete, { name: 'ns1.example.cn' }),
]
