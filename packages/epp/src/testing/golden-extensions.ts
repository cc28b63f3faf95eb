import { contactCreate } from '../contact/create.ts'
import { contactInfo } from '../contact/info.ts'
import { contactUpdate } from '../contact/update.ts'
import { domainCheck } from '../domain/check.ts'
import { domainCreate } from '../domain/create.ts'
import { domainDelete } from '../domain/delete.ts'
import { domainInfo } from '../domain/info.ts'
import { domainRenew } from '../domain/renew.ts'
import { domainTransfer } from '../domain/transfer.ts'
import { domainUpdate } from '../domain/update.ts'
import {
  type CnnicContact,
  changePoll,
  cnnicContact,
  cnnicDomain,
  cnnicHost,
  type ExtensionElement,
  fee,
  idnLang,
  loginSec,
  namestoreExt,
  passwordElsewhere,
  rgp,
  secDNS,
} from '../extensions/index.ts'
import { hostCreate } from '../host/create.ts'
import { hostInfo } from '../host/info.ts'
import { hostUpdate } from '../host/update.ts'
import { namespaces } from '../namespaces.ts'
import { poll } from '../poll/poll.ts'
import { login } from '../session/login.ts'
import type { XmlElement } from '../xml/element.ts'
import { type GoldenPair, pair } from './golden-objects.ts'

/** What an extension element says, so that reading it back can be compared with what was written. */
export interface GoldenValue {
  readonly value: unknown
  readonly from: (extensions: readonly XmlElement[]) => unknown
}

export const goldenValues = new Map<XmlElement, GoldenValue>()

export function say<T>(element: ExtensionElement<T>, value: NoInfer<T>): XmlElement {
  const made = element(value)
  goldenValues.set(made, { value, from: element.from })
  return made
}

const made = '2026-11-23T08:00:00.0Z'
const auth = { authInfo: { pw: '2fooBAR' } }
const name = 'example.cn'
const created = { name, crDate: made }
const info = { name, roid: 'EXAMPLE1-CN', statuses: [{ s: 'ok' }], contacts: [], hosts: [], clID: 'YUMING-1' }
const ds = {
  keyTag: 12345,
  alg: 8,
  digestType: 2,
  digest: '49FD46E6C4B45C55D4AC49FD46E6C4B45C55D4AC49FD46E6C4B45C55D4AC1234',
}
const key = { flags: 257, protocol: 3, alg: 8, pubKey: 'AQPJ////4Q==' }
const dollars = {
  currency: 'CNY',
  fees: [
    { amount: '29.00', description: 'create', refundable: true, gracePeriod: 'P5D', applied: 'immediate' as const },
  ],
}
const charged = {
  ...dollars,
  credits: [{ amount: '-1.50', description: 'discount' }],
  period: { value: 1, unit: 'y' as const },
  balance: '100.00',
  creditLimit: '0',
}
const postalInfo = [{ type: 'loc' as const, name: '王小明', street: [], city: '北京', cc: 'CN' }]
const contact = { id: 'HOLDER-1', postalInfo, email: 'wang@example.cn' }
const paper: CnnicContact = {
  type: 'I',
  paper: { type: 'SFZ', number: '11010519491231002X' },
  purveyor: 'yuming',
  mobile: '+86.13800000000',
}
const report = {
  preData: 'Registered to HOLDER-1',
  postData: 'Registered to HOLDER-1',
  delTime: '2026-11-01T08:00:00.0Z',
  resTime: made,
  resReason: 'Registrant error.',
  statements: [
    'This registrar has not restored the name to assume the rights to use or sell it.',
    'The information in this report is true.',
  ],
  other: 'Supporting information.',
}

export const goldenExtensions: readonly GoldenPair[] = [
  pair('secdns/create', domainCreate, { name, ...auth }, { data: created }, [
    say(secDNS.elements.create, { maxSigLife: 604800, dsData: [{ ...ds, keyData: key }] }),
  ]),
  pair('secdns/update', domainUpdate, { name }, {}, [
    say(secDNS.elements.update, {
      urgent: true,
      rem: { all: true },
      add: { keyData: [key] },
      chg: { maxSigLife: 605900 },
    }),
  ]),
  pair(
    'secdns/info',
    domainInfo,
    { name },
    { data: info, extensions: [say(secDNS.elements.infData, { dsData: [ds] })] },
  ),
  pair(
    'rgp/restore-request',
    domainUpdate,
    { name, chg: {} },
    { extensions: [say(rgp.elements.upData, [{ s: 'pendingRestore' }])] },
    [say(rgp.elements.update, { op: 'request' })],
  ),
  pair('rgp/restore-report', domainUpdate, { name, chg: {} }, {}, [say(rgp.elements.update, { op: 'report', report })]),
  pair(
    'rgp/info',
    domainInfo,
    { name },
    {
      data: info,
      extensions: [say(rgp.elements.infData, [{ s: 'redemptionPeriod', lang: 'en', text: 'until 8 Dec' }])],
    },
  ),
  pair(
    'fee/check',
    domainCheck,
    { names: [name] },
    {
      data: { results: [{ name, available: true }] },
      extensions: [
        say(fee.elements.chkData, {
          currency: 'CNY',
          results: [
            {
              objID: name,
              avail: true,
              class: 'standard',
              commands: [
                { name: 'create', standard: true, period: { value: 1, unit: 'y' }, fees: [{ amount: '29.00' }] },
              ],
            },
            { objID: 'gold.cn', avail: false, commands: [], reason: 'only one class' },
          ],
        }),
      ],
    },
    [
      say(fee.elements.check, {
        currency: 'CNY',
        commands: [{ name: 'create', phase: 'sunrise', period: { value: 1, unit: 'y' } }, { name: 'restore' }],
      }),
    ],
  ),
  pair(
    'fee/create',
    domainCreate,
    { name, ...auth },
    { data: created, extensions: [say(fee.elements.creData, charged)] },
    [say(fee.elements.create, dollars)],
  ),
  pair(
    'fee/renew',
    domainRenew,
    { name, curExpDate: '2027-11-23' },
    { data: { name }, extensions: [say(fee.elements.renData, charged)] },
    [say(fee.elements.renew, dollars)],
  ),
  pair(
    'fee/transfer',
    domainTransfer,
    { op: 'request', name },
    { code: 1001, extensions: [say(fee.elements.trnData, charged)] },
    [say(fee.elements.transfer, dollars)],
  ),
  pair('fee/update', domainUpdate, { name, chg: {} }, { extensions: [say(fee.elements.updData, charged)] }, [
    say(fee.elements.update, dollars),
  ]),
  pair(
    'fee/delete',
    domainDelete,
    { name },
    { extensions: [say(fee.elements.delData, { currency: 'CNY', credits: [{ amount: '-29.00' }] })] },
  ),
  pair(
    'login-sec/login',
    login,
    {
      clID: 'YUMING-1',
      pw: passwordElsewhere,
      version: '1.0',
      lang: 'en',
      objURIs: [namespaces.domain],
      extURIs: [namespaces.loginSec],
    },
    {
      extensions: [
        say(loginSec.elements.loginSecData, [
          { type: 'password', level: 'warning', exDate: made, lang: 'en', text: 'Password expires soon.' },
        ]),
      ],
    },
    [
      say(loginSec.elements.loginSec, {
        userAgent: { app: 'Yuming 0.1', tech: 'Node 24', os: 'Linux' },
        pw: 'a longer password than sixteen',
        newPW: 'and a newer one too',
      }),
    ],
  ),
  pair(
    'namestore-ext/check',
    domainCheck,
    { names: ['example.com'] },
    {
      data: { results: [{ name: 'example.com', available: true }] },
      extensions: [say(namestoreExt.elements.namestoreExt, 'dotCOM')],
    },
    [say(namestoreExt.elements.namestoreExt, 'dotCOM')],
  ),
  pair(
    'namestore-ext/refused',
    domainCheck,
    { names: ['example.com'] },
    {
      code: 2306,
      extensions: [
        say(namestoreExt.elements.nsExtErrData, { code: '1', message: 'Specified sub-product does not exist' }),
      ],
    },
  ),
  pair(
    'idn-lang/create',
    domainCreate,
    { name: 'xn--rht69vmyw.com', ...auth },
    {
      data: { name: 'xn--rht69vmyw.com', crDate: made },
      extensions: [say(namestoreExt.elements.namestoreExt, 'COM')],
    },
    [say(namestoreExt.elements.namestoreExt, 'COM'), say(idnLang.elements.tag, 'CHI')],
  ),
  pair('idn-lang/without', domainCreate, { name: 'xn--rht69vmyw.com', ...auth }, { code: 2003 }, [
    say(namestoreExt.elements.namestoreExt, 'COM'),
  ]),
  pair(
    'change-poll/poll',
    poll,
    { op: 'req' },
    {
      code: 1301,
      queue: { count: 1, id: '201', date: made, message: 'Registry put the name on hold.' },
      data: domainInfo.response?.write({ ...info, statuses: [{ s: 'serverHold' }] }),
      extensions: [
        say(changePoll.elements.changeData, {
          state: 'after',
          operation: 'custom',
          op: 'real-name',
          date: made,
          svTRID: 'SRV-1',
          who: 'CNNIC',
          caseId: { id: 'case-7', type: 'custom', name: 'audit' },
          reason: 'Not verified in time',
        }),
      ],
    },
  ),
  pair('cnnic-domain/create', domainCreate, { name, registrant: 'HOLDER-1', ...auth }, { data: created }, [
    say(cnnicDomain.elements.create, { type: 'E', purveyor: 'yuming' }),
  ]),
  pair('cnnic-domain/update', domainUpdate, { name, chg: {} }, {}, [
    say(cnnicDomain.elements.update, { purveyor: 'other' }),
  ]),
  pair(
    'cnnic-domain/info',
    domainInfo,
    { name },
    { data: info, extensions: [say(cnnicDomain.elements.infData, { type: 'I', purveyor: 'yuming' })] },
  ),
  pair('cnnic-contact/create', contactCreate, { ...contact, ...auth }, { data: { id: 'HOLDER-1', crDate: made } }, [
    say(cnnicContact.elements.create, paper),
  ]),
  pair('cnnic-contact/update', contactUpdate, { id: 'HOLDER-1', chg: { email: 'a@example.cn' } }, {}, [
    say(cnnicContact.elements.update, {
      add: { mobile: '+86.13900000000' },
      rem: { mobile: '+86.13800000000' },
      chg: { type: 'E', paper: { type: 'YYZZ', number: '110000000000001' } },
    }),
  ]),
  pair(
    'cnnic-contact/info',
    contactInfo,
    { id: 'HOLDER-1' },
    {
      data: { ...contact, roid: 'HOLDER1-CN', statuses: ['ok'], clID: 'YUMING-1', crID: 'YUMING-1', crDate: made },
      extensions: [say(cnnicContact.elements.infData, paper)],
    },
  ),
  pair(
    'cnnic-host/create',
    hostCreate,
    { name: 'ns1.example.cn', addresses: [] },
    { data: { name: 'ns1.example.cn', crDate: made } },
    [say(cnnicHost.elements.create, { purveyor: 'yuming' })],
  ),
  pair('cnnic-host/update', hostUpdate, { name: 'ns1.example.cn' }, {}, [
    say(cnnicHost.elements.update, { purveyor: 'other' }),
  ]),
  pair(
    'cnnic-host/info',
    hostInfo,
    { name: 'ns1.example.cn' },
    {
      data: {
        name: 'ns1.example.cn',
        roid: 'NS1-CN',
        statuses: ['ok'],
        addresses: [],
        clID: 'YUMING-1',
        crID: 'YUMING-1',
        crDate: made,
      },
      extensions: [say(cnnicHost.elements.infData, { purveyor: 'yuming' })],
    },
  ),
]
