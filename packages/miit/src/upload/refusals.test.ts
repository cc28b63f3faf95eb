import { describe, expect, it } from 'vitest'
import type { NewFiling } from '../model/filing.ts'
import type { Service } from '../model/service.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { domainReport, newFiling, subject, website } from '../testing/samples.ts'
import { UploadRefused } from './refused.ts'
import { uploadProblems, writeRecord } from './write-record.ts'

const filing = (change: Partial<NewFiling>) => uploadProblems(miit30, 'new-filing', { ...newFiling, ...change })
const site = (change: object) => filing({ services: [{ ...website, ...change } as Service] })
const principal = (change: object) =>
  filing({ subject: { ...subject, principal: { ...subject.principal, ...change } } })
const domain = (change: object) => uploadProblems(miit30, 'new-domain', { ...domainReport, ...change })
const access = website.accesses[0] ?? { places: [], modes: [], addresses: [] }

describe('what a bureau would refuse is refused before it is sent, with its field', () => {
  it.each([
    [
      'a name that GBK cannot write',
      filing({ subject: { ...subject, name: '李䶮工作室' } }),
      'subject.name',
      'not-encodable',
      5008,
    ],
    ['a control character', filing({ subject: { ...subject, remark: 'a\u0001' } }), 'subject.remark', 'form', 5008],
    ['no site', filing({ services: [] }), 'services', 'missing', undefined],
    [
      'an organisation without nature',
      filing({ subject: { ...subject, nature: undefined } as never }),
      'subject.nature',
      'missing',
      1014,
    ],
    ['an organisation without principal', principal({ name: undefined }), 'subject.principal.name', 'missing', 1044],
    [
      'a mobile of ten digits and a space',
      principal({ mobile: '1000000000 ' }),
      'subject.principal.mobile',
      'form',
      1011,
    ],
    ['an e-mail address without a domain', principal({ emails: ['nobody'] }), 'subject.principal.emails', 'form', 1009],
    [
      'an e-mail address with a semicolon',
      principal({ emails: ['a@b.example;c@d.example'] }),
      'subject.principal.emails',
      'form',
      1009,
    ],
    [
      'a name over its length',
      filing({ subject: { ...subject, name: '虚'.repeat(256) } }),
      'subject.name',
      'too-long',
      undefined,
    ],
    [
      'an id that is none',
      filing({ subject: { ...subject, id: '0' }, attachments: [] }),
      'subject.id',
      'form',
      undefined,
    ],
    [
      'an id over 64 bits',
      filing({ subject: { ...subject, id: '9223372036854775808' }, attachments: [] }),
      'subject.id',
      'form',
      undefined,
    ],
    [
      'an area of five digits',
      filing({ subject: { ...subject, address: { province: 11000, city: 110100 } } }),
      'subject.address.province',
      'out-of-range',
      undefined,
    ],
    [
      '65 access modes',
      site({ accesses: [{ ...access, modes: Array(65).fill(1) }] }),
      'services[0].accesses[0].modes',
      'too-many',
      undefined,
    ],
    [
      'an address that is none',
      site({ accesses: [{ ...access, addresses: [{ id: '1', first: '192.0.2.256', last: '192.0.2.9' }] }] }),
      'services[0].accesses[0].addresses[0].first',
      'form',
      1006,
    ],
    [
      'a range from its end',
      site({ accesses: [{ ...access, addresses: [{ id: '1', first: '192.0.2.9', last: '192.0.2.1' }] }] }),
      'services[0].accesses[0].addresses[0]',
      'contradiction',
      1006,
    ],
    [
      'the same access twice',
      site({ accesses: [access, { ...access, id: '4009' }] }),
      'services[0].accesses[1]',
      'contradiction',
      1029,
    ],
    [
      'a home URL of another domain',
      site({ homeUrl: 'www.elsewhere.example' }),
      'services[0].homeUrl',
      'contradiction',
      1041,
    ],
    [
      'a home URL that only ends alike',
      site({ homeUrl: 'notfictional-shop.example' }),
      'services[0].homeUrl',
      'contradiction',
      1041,
    ],
    [
      'a domain with a space',
      site({ domains: [{ id: '1', name: 'a b.example' }], homeUrl: undefined }),
      'services[0].domains[0].name',
      'form',
      1004,
    ],
    [
      'an attachment of a stranger',
      filing({
        attachments: [{ format: 1, purpose: 2, content: new Uint8Array(9), of: { what: 'service', id: '9' } }],
      }),
      'attachments[0].of',
      'contradiction',
      1055,
    ],
    [
      'an attachment over 100,000 bytes',
      filing({
        attachments: [{ format: 1, purpose: 2, content: new Uint8Array(75_001), of: { what: 'subject', id: '1001' } }],
      }),
      'attachments[0].content',
      'too-large',
      5010,
    ],
    [
      'a sheet over 150,000 bytes',
      filing({
        attachments: [{ format: 1, purpose: 1, content: new Uint8Array(112_501), of: { what: 'subject', id: '1001' } }],
      }),
      'attachments[0].content',
      'too-large',
      5010,
    ],
    ['a registrar with special characters', domain({ registrar: '虚构&注册商' }), 'registrar', 'form', 3007],
    ['an expiry before the registration', domain({ expiresOn: '1999-01-01' }), 'expiresOn', 'contradiction', 3032],
    [
      'a registrant of one character',
      domain({ registrant: { ...domainReport.registrant, name: '甲' } }),
      'registrant.name',
      'too-short',
      undefined,
    ],
    [
      'a registrant whose e-mail address is none',
      domain({ registrant: { ...domainReport.registrant, email: 'nobody' } }),
      'registrant.email',
      'form',
      3013,
    ],
    ['a payer whose phone is none', domain({ payer: { phone: 'extension 12' } }), 'payer.phone', 'form', 3033],
    [
      'addresses that are used by nobody',
      uploadProblems(miit30, 'new-ip-allocation', {
        id: '1',
        first: '192.0.2.1',
        last: '192.0.2.2',
        mode: 'allocated-and-used',
      }),
      'contactPhone',
      'missing',
      2039,
    ],
    [
      'addresses from their end',
      uploadProblems(miit30, 'new-ip-source', { id: '1', first: '192.0.2.2', last: '192.0.2.1', sourceUnitId: '5' }),
      'last',
      'contradiction',
      2002,
    ],
    ['no name server', domain({ nameServers: [] }), 'nameServers', 'missing', undefined],
  ] as const)('%s', (_, problems, field, code, wouldBe) => {
    expect(problems.map((problem) => [problem.field, problem.code, problem.wouldBe])).toContainEqual([
      field,
      code,
      wouldBe,
    ])
    for (const { says } of problems) expect(says.zh).toMatch(/\p{Script=Han}/u)
  })

  it('names the characters', () => {
    const [problem] = filing({ subject: { ...subject, name: '㛃与䶮' } })
    expect(problem?.says.zh).toContain('㛃 䶮')
  })

  it('tells everything at once, and writes nothing', () => {
    const bad = { ...newFiling, subject: { ...subject, name: '', id: '-1' }, services: [] }
    const fields = uploadProblems(miit30, 'new-filing', bad).map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining(['subject.name', 'subject.id', 'services', 'attachments[0].of']))
    expect(() => writeRecord(miit30, 'new-filing', bad)).toThrow(UploadRefused)
  })

  it('holds a sheet to its own limit', () => {
    const attachment = {
      format: 1,
      purpose: 1,
      content: new Uint8Array(112_500),
      of: { what: 'subject', id: '1001' },
    } as const
    expect(filing({ attachments: [attachment] })).toEqual([])
  })
})

describe('what this version of the interface does not have', () => {
  const common = { ...website, homeUrl: undefined }
  it.each([
    ['an App', { ...common, kind: 'app', platforms: [] }, 'services[0].kind', 'App'],
    ['a mini-program', { ...common, kind: 'mini-program', host: 'x', appId: 'y' }, 'services[0].kind', '小程序'],
    ['a quick app', { ...common, kind: 'quick-app', packageId: 'z' }, 'services[0].kind', '快应用'],
    [
      'an IPv6 address',
      { ...website, accesses: [{ ...access, addresses: [{ id: '1', first: '2001:db8::1', last: '2001:db8::1' }] }] },
      'services[0].accesses[0].addresses',
      'IPv6',
    ],
  ] as const)('%s is refused with the reason, not cut down', (_, service, field, word) => {
    const problems = filing({ services: [service as never] })
    expect(problems).toMatchObject([{ code: 'unsupported', field }])
    expect(problems[0]?.says.zh).toContain(word)
    expect(problems[0]?.says.zh).toContain('miit-3.0')
  })

  it('a kind of upload that a profile has not is refused too', () => {
    const { 'new-filing': _, ...uploads } = miit30.uploads
    expect(uploadProblems({ ...miit30, uploads }, 'new-filing', newFiling)).toMatchObject([{ code: 'unsupported' }])
  })
})
