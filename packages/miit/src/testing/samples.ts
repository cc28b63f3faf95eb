import type { DomainReport } from '../model/domain-report.ts'
import type { NewFiling } from '../model/filing.ts'
import type { Website } from '../model/service.ts'
import type { Subject } from '../model/subject.ts'

/** Made-up data: no name, number or address of anybody. */
export const subject: Subject = {
  id: '1001',
  name: '虚构示例科技有限公司',
  nature: 4,
  investor: '虚构投资人甲',
  address: { province: 110000, city: 110100, county: 110101, street: '虚构区示例路0号' },
  certificate: { kind: 1, number: 'FICTION000000001', address: '虚构区示例路0号' },
  principal: {
    name: '示例人',
    officePhones: ['010-00000000'],
    mobile: '10000000000',
    emails: ['nobody@example.invalid'],
    certificate: { kind: 2, number: '000000000000000000' },
  },
  filedBy: 'provider',
}

export const website: Website = {
  kind: 'website',
  id: '2001',
  names: ['虚构示例站'],
  contents: [1],
  languages: [1],
  domains: [{ id: '3001', name: 'fictional-shop.example' }],
  accesses: [
    { id: '4001', places: [1], modes: [1], addresses: [{ id: '5001', first: '192.0.2.10', last: '192.0.2.10' }] },
  ],
  principal: {
    name: '示例乙',
    officePhones: ['010-00000001'],
    mobile: '10000000001',
    emails: ['nobody2@example.invalid'],
  },
  homeUrl: 'www.fictional-shop.example',
}

export const newFiling: NewFiling = {
  subject,
  services: [website],
  attachments: [
    { format: 1, purpose: 2, content: new TextEncoder().encode('not a picture'), of: { what: 'subject', id: '1001' } },
  ],
}

export const domainReport: DomainReport = {
  id: '7001',
  name: 'fictional-shop.example',
  type: 1,
  registeredOn: '2000-01-02',
  expiresOn: '2099-01-02',
  registrant: {
    name: '虚构示例科技有限公司',
    organisation: '虚构示例科技有限公司',
    address: '虚构区示例路0号',
    province: 110000,
    city: 110100,
    email: 'nobody@example.invalid',
    phone: '010-00000000',
  },
  administrator: {
    name: '示例人',
    organisation: '虚构示例科技有限公司',
    address: '虚构区示例路0号',
    province: 110000,
    city: 110100,
    email: 'nobody@example.invalid',
    phone: '010-00000000',
  },
  registrar: '虚构域名注册服务商',
  nameServers: ['ns1.fictional-dns.example', 'ns2.fictional-dns.example'],
}
