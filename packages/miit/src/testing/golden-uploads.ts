import type { UploadName, UploadRecords } from '../profile/upload-kind.ts'
import { domainReport, newFiling, subject, website } from './samples.ts'

const picture = new TextEncoder().encode('这不是真实图片 (fictional placeholder, not an image)')
const password = 'e807f1fcf82d132f9bb018ca6738a19f'
const domain = website.domains[0] ?? { name: '' }
const access = website.accesses[0] ?? { places: [], modes: [], addresses: [] }
const range = access.addresses[0] ?? { first: '', last: '' }

/** A person's filing has fewer fields; one with everything has a pre-approval, two of each, and papers of both. */
const person: UploadRecords['new-filing'] = {
  subject: {
    id: '1002',
    kind: 'person',
    name: '示例丙',
    address: { province: 320000, city: 320100 },
    certificate: { kind: 2, number: '000000000000000000', address: '虚构市示例街0号' },
    principal: { mobile: '10000000002', emails: ['person@example.invalid'] },
    filedBy: 'subject',
  },
  services: [
    {
      kind: 'website',
      id: '2002',
      names: ['虚构之一', '虚构之二'],
      preApprovals: [{ content: 4, number: '虚构审字0号', scans: [picture, picture] }],
      contents: [1, 7],
      languages: [1, 2],
      domains: [
        { id: '3002', name: 'fictional-one.example' },
        { id: '3003', name: '虚构.example' },
      ],
      accesses: [
        {
          id: '4002',
          places: [1, 2],
          modes: [1, 3],
          addresses: [{ id: '5002', first: '192.0.2.1', last: '192.0.2.9' }],
        },
        { id: '4003', places: [3], modes: [2], addresses: [{ id: '5003', first: '203.0.113.5', last: '203.0.113.5' }] },
      ],
      principal: { name: '示例丙', mobile: '10000000002', emails: ['a@example.invalid', 'b@example.invalid'] },
      homeUrl: 'https://www.fictional-one.example/',
      remark: '含 <尖括号> & 符号',
    },
  ],
  attachments: [
    { format: 1, purpose: 1, content: picture, of: { what: 'subject', id: '1002' }, remark: '核验单' },
    { format: 1, purpose: 4, content: picture, of: { what: 'service', id: '2002' } },
  ],
}

const changedSubject = (({ id: _, filedBy: __, ...rest }) => ({
  ...rest,
  bureauId: '8001',
  filingNumber: '京ICP备00000000号',
}))(subject)

const changedWebsite = (({ id: _, ...rest }) => rest)(website)

const checkedWebsite = (({ languages: _, ...rest }) => rest)(changedWebsite)

const addresses = { first: '192.0.2.0', last: '192.0.2.255' }
const use = {
  usage: 'static',
  usedSince: '2026-11-01',
  mediaSite: false,
  unitName: '虚构示例科技有限公司',
  unitNature: 4,
  province: 110000,
  city: 110100,
  street: '虚构路0号',
  contactName: '示例人',
  contactPhone: '010-00000000',
  contactEmail: 'noc@example.invalid',
  gateway: '192.0.2.1',
  gatewayPlace: '虚构机房',
} as const

export const goldenUploads: { readonly [N in UploadName]: Readonly<Record<string, UploadRecords[N]>> } = {
  'new-filing': { organisation: newFiling, person },
  'new-service': {
    'by-number': {
      subject: { filingNumber: '京ICP备00000000号' },
      services: [website],
      attachments: [
        { format: 1, purpose: 3, content: picture, of: { what: 'subject', bureauId: '8001' } },
        { format: 2, purpose: 4, content: picture, of: { what: 'service', id: '2001' } },
      ],
      filingPasswordDigest: password,
    },
    'by-id': { subject: { bureauId: '9007199254740993' }, services: [website], attachments: [] },
  },
  'new-access': {
    'by-number': {
      service: { filingNumber: '京ICP备00000000号-1' },
      access,
      attachments: [
        { format: 1, purpose: 5, content: picture, of: { what: 'service', filingNumber: '京ICP备00000000号-1' } },
      ],
      filingPasswordDigest: password,
    },
    'by-id': { service: { bureauId: '8101' }, access, attachments: [], filingPasswordDigest: password },
  },
  'change-filing': {
    all: {
      subject: changedSubject,
      services: [
        {
          ...changedWebsite,
          bureauId: '8101',
          filingNumber: '京ICP备00000000号-1',
          domains: [
            { ...domain, bureauId: '8201' },
            { id: '3009', name: 'fictional-new.example' },
          ],
          accesses: [
            {
              bureauId: '8301',
              places: [1],
              modes: [1],
              addresses: [
                { ...range, bureauId: '8401' },
                { id: '5009', first: '192.0.2.20', last: '192.0.2.29' },
              ],
            },
          ],
          remark: '变更',
        },
      ],
      attachments: [
        { format: 1, purpose: 2, content: picture, of: { what: 'subject', filingNumber: '京ICP备00000000号' } },
      ],
      filingPasswordDigest: password,
    },
  },
  'cancel-filing': {
    subject: { what: 'subject', bureauId: '8001', reason: 1, remark: '不再运营', filingPasswordDigest: password },
    service: { what: 'service', bureauId: '8101', reason: 2 },
    access: { what: 'access', bureauId: '8301', reason: 3 },
  },
  'verification-material': {
    sheet: { format: 1, purpose: 1, content: picture, of: { what: 'subject', filingNumber: '京ICP备00000000号' } },
    photo: { format: 2, purpose: 5, content: picture, of: { what: 'service', bureauId: '8101' }, remark: '现场照片' },
  },
  'check-answer': {
    passed: {
      verdict: 'passed',
      checkedBy: '示例审核',
      checkedOn: '2026-11-29',
      unitId: '990000000001',
      opinion: '信息真实有效',
      filing: {
        subject: (({ filingNumber: _, ...rest }) => rest)(changedSubject),
        services: [
          {
            ...checkedWebsite,
            bureauId: '8101',
            domains: [{ bureauId: '8201', name: domain.name }],
            accesses: [
              {
                bureauId: '8301',
                places: [1],
                modes: [1],
                addresses: [{ bureauId: '8401', first: '192.0.2.10', last: '192.0.2.10' }],
                filedBy: 'provider',
              },
            ],
          },
        ],
      },
    },
  },
  'unfiled-site-handling': {
    closed: {
      domain: 'unfiled.example',
      address: '198.51.100.255',
      carrierId: '990000000002',
      providerId: '990000000001',
      provinceId: '110000',
      result: 1,
      opinion: '已停止接入',
      listedOn: '2026-11-20',
      dueOn: '2026-11-29',
      reporterName: '示例甲',
      reporterPhones: ['010-00000000'],
      reporterEmails: ['duty@example.invalid'],
    },
  },
  'new-domain': {
    plain: domainReport,
    'with-payer': {
      ...domainReport,
      id: '7002',
      payer: { ...domainReport.registrant, name: '示例缴费人' },
      nameServers: ['ns1.fictional-dns.example'],
    },
  },
  'change-domain': {
    all: (({ id: _, ...rest }) => ({ ...rest, bureauId: '88', payer: { name: '示例缴费人', phone: '010-00000009' } }))(
      domainReport,
    ),
  },
  'remove-domain': { 'by-id': { bureauId: '88' }, 'by-name': { name: 'fictional-shop.example' } },
  'new-ip-source': { plain: { id: '1', ...addresses, sourceUnitId: '990000000002' } },
  'new-ip-allocation': {
    used: {
      id: '2',
      ...addresses,
      mode: 'allocated-and-used',
      ...use,
      unitClass: 1,
      industry: 9,
      county: 110101,
      remark: '虚构',
    },
    're-allocated': { id: '3', ...addresses, mode: 're-allocated', allocatedTo: '990000000002' },
    own: { id: '4', ...addresses, mode: 'own-use', usage: 'dynamic', usedSince: '2026-11-01' },
    reserved: { id: '5', ...addresses, mode: 'reserved' },
  },
  'new-ip-broadcast': {
    plain: { id: '6', ...addresses, broadcasterId: '990000000001', applicantId: '990000000002' },
  },
  'new-own-ip': { 'of-a-unit': { id: '7', ...addresses, ...use, source: { unitId: '990000000002' } } },
  'change-ip-source': { plain: { bureauId: '91', ...addresses, sourceUnitId: '990000000002', remark: '更正' } },
  'change-ip-allocation': { reserved: { bureauId: '92', ...addresses, mode: 'reserved' } },
  'change-ip-broadcast': {
    plain: { bureauId: '94', ...addresses, broadcasterId: '990000000001', applicantId: '990000000002' },
  },
  'change-own-ip': {
    'of-a-stranger': {
      bureauId: '93',
      ...addresses,
      ...(({ gateway: _, gatewayPlace: __, ...rest }) => rest)(use),
      source: { unitName: '虚构来源单位' },
    },
  },
  'remove-ip-source': { plain: { bureauId: '91' } },
  'remove-ip-allocation': { plain: { bureauId: '92' } },
  'remove-ip-broadcast': { plain: { bureauId: '94' } },
  'remove-own-ip': { plain: { bureauId: '93' } },
}
