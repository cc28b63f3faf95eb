import { PDFiumLibrary } from '@hyzyla/pdfium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FormFacts, formKinds, MissingGlyph, printDomainCertificate, printForm } from './index.ts'

const principal = {
  name: '虚构人',
  certificate: { kind: 'resident-id', number: '110101199001010000' },
  phone: '13800000000',
  emergencyPhone: '13800000001',
  email: 'nobody@example.invalid',
}

const company: FormFacts = {
  type: 'first',
  subject: {
    region: { province: '浙江省', city: '杭州市', county: '西湖区' },
    nature: 'enterprise',
    name: '杭州虚构山月茶业有限公司',
    certificate: { kind: 'business-licence', number: '91330100FICTION000', address: '杭州市西湖区虚构路1号' },
    correspondenceAddress: '杭州市西湖区虚构路1号2幢301室',
    investor: '虚构投资人',
    principal,
  },
  services: [
    {
      kind: 'website',
      name: '山月茶叶展示',
      domains: ['fictional-tea.example', '山月茶.example'],
      homeUrl: 'www.fictional-tea.example',
      content: 'portal',
      languages: ['zh'],
      preApprovals: [],
      access: [{ product: 'cloud-server', ips: ['192.0.2.10'], mode: 'cloud', place: '浙江省' }],
    },
  ],
  domains: [
    {
      name: 'fictional-tea.example',
      holder: '杭州虚构山月茶业有限公司',
      registrar: '虚构注册服务机构',
      registeredOn: '2026-11-01',
      expiresOn: '2027-11-01',
      nameServers: ['ns1.example.invalid', 'ns2.example.invalid'],
    },
  ],
  provider: '虚构接入服务单位',
  order: 'BA-20261129-0001',
  on: '2026-11-29',
}
const person: FormFacts = {
  ...company,
  subject: {
    ...company.subject,
    nature: 'person',
    name: '虚构人·买买提',
    certificate: { kind: 'resident-id', number: '110101199001010000' },
  },
}

let pdfium: PDFiumLibrary
beforeAll(async () => {
  pdfium = await PDFiumLibrary.init()
})
afterAll(() => pdfium.destroy())

interface Seen {
  readonly pages: number
  readonly text: string
  /** Share of dark pixels of each twentieth of the first page, from top to bottom. */
  readonly ink: number[]
}

async function look(pdf: Buffer): Promise<Seen> {
  const document = await pdfium.loadDocument(pdf)
  const pages = [...document.pages()]
  const [first] = pages
  if (!first) throw new Error('no page')
  const { data, width, height } = await first.render({ scale: 1, render: 'bitmap' })
  const ink = Array.from({ length: 20 }, (_, band) => {
    const from = Math.floor((band * height) / 20)
    const to = Math.floor(((band + 1) * height) / 20)
    let dark = 0
    for (let at = from * width * 4; at < to * width * 4; at += 4) if ((data[at] ?? 255) < 128) dark += 1
    return dark / ((to - from) * width)
  })
  document.destroy()
  return { pages: pages.length, text: await textOf(pdf), ink }
}

/** What a reader that knows only characters finds. */
async function textOf(pdf: Buffer): Promise<string> {
  const reading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const document = await reading.promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await reading.destroy()
  return pages.join('\n')
}

describe.each([
  ['a company', company],
  ['a person', person],
] as const)('papers printed for %s', (_, facts) => {
  it.each(formKinds)('%s carries the fields of the draft, in ink (S3-23, S3-48, S3-53)', async (kind) => {
    const seen = await look(await printForm(kind, facts))
    expect(seen.text).toContain(facts.subject.name)
    expect(seen.text).toContain(facts.subject.certificate.number)
    expect(seen.text).toContain('fictional-tea.example')
    expect(seen.text).toContain('BA-20261129-0001')
    expect(seen.text).toContain(`共${seen.pages}页`)
    // The title is in the second twentieth; blank glyphs would leave it white though its text can be read out.
    expect(Math.max(...seen.ink.slice(1, 3))).toBeGreaterThan(0.005)
    expect(seen.ink.filter((share) => share > 0.002).length).toBeGreaterThan(6)
  })
})

describe('papers', () => {
  it('ask a person for a fingerprint and a company for its stamp', async () => {
    expect((await look(await printForm('pledge', person))).text).toContain('按手印')
    expect((await look(await printForm('pledge', company))).text).toContain('单位盖章')
  })

  it('print other names with other pixels', async () => {
    const other = { ...company, subject: { ...company.subject, name: '龘龘龘龘龘龘龘龘龘龘龘龘' } }
    const [one, two] = [await look(await printForm('pledge', company)), await look(await printForm('pledge', other))]
    expect(one.ink).not.toEqual(two.ink)
  })

  it('go on over pages when there are many sites, none of them lost (S3-43)', async () => {
    const services = Array.from({ length: 12 }, (_, index) => ({
      ...(company.services[0] as (typeof company.services)[number]),
      name: `第${index + 1}个网站`,
      domains: [`site-${index + 1}.example`],
    }))
    const seen = await look(await printForm('plan', { ...company, services }))
    expect(seen.pages).toBeGreaterThan(2)
    for (const { name } of services) expect(seen.text).toContain(name)
  })

  it('are not issued with a character that cannot be printed', async () => {
    const rare = { ...company, subject: { ...company.subject, name: '虚构𠮷公司' } }
    for (const kind of formKinds)
      await expect(printForm(kind, rare)).rejects.toMatchObject({ name: 'MissingGlyph', characters: ['𠮷'] })
    expect(new MissingGlyph(['𠮷']).message).toContain('𠮷')
  })

  it('certify a domain as the registrar has it (S3-49)', async () => {
    const [domain] = company.domains
    if (!domain) throw new Error('no domain')
    const { text } = await look(await printDomainCertificate(domain, { on: '2026-11-29', number: 'YZ-0001' }))
    for (const part of [
      'fictional-tea.example',
      domain.holder,
      domain.registrar,
      '2026年11月1日',
      '2027年11月1日',
      'YZ-0001',
    ])
      expect(text).toContain(part)
  })
})
