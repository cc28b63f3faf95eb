import { type FormFacts, formKinds, printDomainCertificate, printForm } from '@yuming/filing-forms'
import { type Bench, percentile } from './figures.ts'

const principal = {
  name: '虚构人',
  certificate: { kind: 'cn-resident-id', number: '110101199001010000' },
  phone: '13800000000',
  emergencyPhone: '13800000001',
  email: 'nobody@example.invalid',
}

const facts: FormFacts = {
  type: 'first',
  subject: {
    region: { province: '浙江省', city: '杭州市', county: '西湖区' },
    nature: 'enterprise',
    name: '杭州虚构山月茶业有限公司',
    certificate: { kind: 'business-licence', number: '91330100FICTION000', address: '杭州市西湖区虚构路1号' },
    correspondenceAddress: '杭州市西湖区虚构路1号2幢301室',
    principal,
  },
  services: [
    {
      kind: 'website',
      name: '山月茶叶展示',
      domains: ['fictional-tea.example'],
      homeUrl: 'www.fictional-tea.example',
      content: 'portal',
      languages: ['zh'],
      preApprovals: [],
      access: [{ product: 'cloud-server', ips: ['192.0.2.10'], mode: 'cloud', place: '浙江省' }],
    },
  ],
  domains: [],
  provider: '虚构接入服务单位',
  order: 'BA-000001',
  on: '2026-11-29',
}
const certificate = {
  name: 'fictional-tea.example',
  holder: '杭州虚构山月茶业有限公司',
  registrar: '虚构注册服务机构',
  registeredOn: '2026-11-01',
  expiresOn: '2027-11-01',
}

/** One printed form (PDF with its embedded typeface), each kind in turn, in this process. */
export const benchFilingForms: Bench = async ({ quick, say }) => {
  say('forms …')
  const kinds = [...formKinds, 'domain-certificate'] as const
  const print = (kind: (typeof kinds)[number]) =>
    kind === 'domain-certificate'
      ? printDomainCertificate(certificate, { on: facts.on, number: facts.order })
      : printForm(kind, facts)
  for (const kind of kinds) await print(kind)
  const milliseconds: number[] = []
  for (let n = 0; n < (quick ? 3 : 30) * kinds.length; n++) {
    const begun = performance.now()
    await print(kinds[n % kinds.length] ?? 'pledge')
    milliseconds.push(performance.now() - begun)
  }
  return [
    {
      key: 'formMs',
      value: percentile(milliseconds, 0.5),
      unit: 'ms',
      note: `median of ${kinds.length} kinds of form`,
    },
    { key: 'formP99Ms', value: percentile(milliseconds, 0.99), unit: 'ms' },
  ]
}
