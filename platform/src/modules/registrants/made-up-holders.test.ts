import path from 'node:path'
import { checkOfGb11643, checkOfGb11714, checkOfGb32100 } from '@yuming/identity'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { registrantsRoutes } from './index.ts'

let api: TestApi
let who: Visitor
beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const keys = keyFileService(path.join(temporaryFolder('keys'), 'vault.key'))
    return [registrantsRoutes({ vault: createVault({ keys, clock, random: systemRandom }), origin: testOrigin })]
  })
  who = await api.customer()
})
afterAll(() => api.close())

const runsEach = 5
const text = (from: string, least: number, most = least) =>
  fc.array(fc.constantFrom(...from), { minLength: least, maxLength: most }).map((letters) => letters.join(''))
const digits = (count: number) => text('0123456789', count)
const characters = '陈晓岚云起山月茶春华秋实明远知行若溪'
const rare = '𠮷㛃𬭚𡋾䶮'
const day = (year: number) => `${year}-06-18`

const residents = fc
  .tuple(fc.constantFrom('440305', '110105', '653101'), fc.integer({ min: 1940, max: 2008 }), digits(3))
  .map(([area, year, serial]) => `${area}${year}0617${serial}`)
const residentNumbers = residents.map((seventeen) => seventeen + checkOfGb11643(seventeen))
const creditCodes = text('0123456789ABCDEFGHJKLMNPQRTUWXY', 8)
  .map((code) => `91440300${code}${checkOfGb11714(code)}`)
  .map((code) => code + checkOfGb32100(code))

const reached = {
  street: { zh: '南山区科苑路8号3栋' },
  city: { zh: '深圳市' },
  province: { zh: '广东省' },
  region: 'CN',
  postcode: '518057',
  phone: '+86.13612345678',
  email: 'xiaolan@shanyuecha.cn',
}
const persons = fc
  .record({ name: text(characters, 2, 4).map((zh) => ({ zh })), number: residentNumbers })
  .map(({ name, number }) => ({
    ...reached,
    holderType: 'person',
    name,
    certificate: { kind: 'cn-resident-id', number, issuedOn: day(2020), endsOn: day(2040) },
  }))
const organisations = fc.record({ name: text(characters, 2, 6), number: creditCodes }).map(({ name, number }) => ({
  ...reached,
  holderType: 'organisation',
  name: { zh: `深圳市${name}茶业有限公司` },
  contact: { zh: '陈晓岚' },
  certificate: { kind: 'YYZZ', number, issuedOn: day(2019) },
}))
const foreigners = text('ABCDEFGHK', 1)
  .chain((letter) => digits(8).map((rest) => letter + rest))
  .map((number) => ({
    ...reached,
    holderType: 'person',
    name: { zh: 'Marie Curie', en: 'Marie Curie' },
    region: 'FR',
    province: { zh: '' },
    city: { zh: 'Paris' },
    street: { zh: '12 rue de la Paix' },
    postcode: '75002',
    phone: '+33.612345678',
    certificate: { kind: 'passport', number, issuedOn: day(2020), endsOn: day(2030) },
  }))

type Body = Record<string, unknown> & { readonly certificate: object }
const but = <T>(good: fc.Arbitrary<Body>, worse: fc.Arbitrary<T>, change: (defect: T, holder: Body) => object) =>
  fc.tuple(good, worse).map(([holder, defect]) => ({ ...holder, ...change(defect, holder) }))
const paper = <T>(good: fc.Arbitrary<Body>, worse: fc.Arbitrary<T>, change: (defect: T) => object) =>
  but(good, worse, (defect, { certificate }) => ({ certificate: { ...certificate, ...change(defect) } }))
const set = (good: fc.Arbitrary<Body>, field: string, ...worse: unknown[]) =>
  but(good, fc.constantFrom(...worse), (defect) => ({ [field]: defect }))
const notCheck = (fits: string | undefined) => text('0123456789', 1).filter((digit) => digit !== fits)

/** One defect each: the finding that must be among those given, and its field. */
const defects: [rule: string, field: string, holders: fc.Arbitrary<object>][] = [
  ['HOLDER-NAME-01', 'name', set(persons, 'name', { zh: '' }, { zh: '  ', en: 'X Y' }, { zh: '' })],
  ['HOLDER-NAME-02', 'name', set(persons, 'name', { zh: '陈\u200b晓' }, { zh: '陈\ue000' }, { zh: '陈\u0000晓' })],
  ['HOLDER-NAME-02', 'name', set(organisations, 'name', { zh: '山月\ud800茶业' }, { zh: '山月\u202e茶业' })],
  ['HOLDER-NAME-03', 'name', set(persons, 'name', { zh: 'Chen' }, { zh: '12345' }, { zh: 'x' })],
  ['HOLDER-NAME-04', 'name', but(organisations, text(characters, 65, 90), (zh) => ({ name: { zh: `${zh}公司` } }))],
  ['HOLDER-NAME-05', 'name', but(persons, text(characters, 1), (zh) => ({ name: { zh: `${zh} 山` } }))],
  ['HOLDER-NAME-06', 'name', but(persons, text('A1（', 1), (sign) => ({ name: { zh: `陈${sign}月` } }))],
  ['HOLDER-NAME-07', 'name', set(persons, 'name', { zh: '·阿依' }, { zh: '阿依·' }, { zh: '阿··依' })],
  ['HOLDER-NAME-11', 'holderType', set(persons, 'name', { zh: '山月工作室' }, { zh: '深圳市山月茶业有限公司' })],
  ['ENGLISH-NAME-01', 'name.en', set(persons, 'name', { zh: '陈晓', en: '陈晓' }, { zh: '陈', en: 'Chén' })],
  [
    'ENGLISH-NAME-01',
    'name.en',
    but(organisations, text(characters, 1), (en) => ({ name: { zh: '山月茶业公司', en } })),
  ],
  ['ENGLISH-NAME-02', 'name.en', but(persons, text('abc', 65, 99), (en) => ({ name: { zh: '陈晓', en } }))],
  ['ENGLISH-NAME-02', 'name.en', but(persons, text('12 ', 3, 9), (en) => ({ name: { zh: '陈', en: `1${en}` } }))],
  ['HOLDER-CONTACT-01', 'contact', but(organisations, text(characters, 33, 60), (zh) => ({ contact: { zh } }))],
  ['ENGLISH-CONTACT-02', 'contact.en', set(organisations, 'contact', { zh: '陈', en: 'C' }, { zh: '陈', en: 'Ch' })],
  ['HOLDER-REGION-01', 'region', set(foreigners, 'region', 'XX', 'cn', 'FRA', '', '法国', 'EU')],
  ['ADDRESS-PROVINCE-01', 'province', set(persons, 'province', { zh: '广' }, { zh: '' }, { zh: '香港' })],
  ['ADDRESS-CITY-01', 'city', set(persons, 'city', { zh: '杭州市' }, { zh: '成都市' })],
  ['ADDRESS-CITY-02', 'city', set(persons, 'city', { zh: '不知道' }, { zh: '某某市' })],
  ['registrant.city.given', 'city', set(foreigners, 'city', { zh: '' }, { zh: '  ' })],
  ['ADDRESS-STREET-01', 'street', but(persons, text(characters, 1, 3), (zh) => ({ street: { zh } }))],
  ['ADDRESS-STREET-01', 'street', but(persons, text(characters, 65, 99), (zh) => ({ street: { zh } }))],
  ['ADDRESS-STREET-02', 'street', but(persons, digits(3), (number) => ({ street: { zh: `${number}号院` } }))],
  ['ADDRESS-POSTCODE-01', 'postcode', but(persons, digits(5), (postcode) => ({ postcode }))],
  ['ADDRESS-POSTCODE-01', 'postcode', set(organisations, 'postcode', '000000', '95180A', '0755', '')],
  ['ADDRESS-POSTCODE-02', 'postcode', set(persons, 'postcode', '100081', '830000')],
  ['ADDRESS-POSTCODE-03', 'postcode', set(foreigners, 'postcode', '-750', '7500\u20022', '1234567890123456789')],
  ['PHONE-01', 'phone', set(persons, 'phone', '13612345678', '+8613612345678', '86.136', '', '+86.136 1234', '电话')],
  ['PHONE-03', 'phone', set(organisations, 'phone', '+86.075588886666', '+86.02012345678')],
  ['PHONE-04', 'phone', set(organisations, 'phone', '+86.8613612345678')],
  ['PHONE-05', 'phone', but(persons, digits(6), (digit) => ({ phone: `+86.12${digit}` }))],
  ['PHONE-07', 'phone', set(persons, 'phone', '+1.2125550100', '+852.21234567')],
  ['registrant.phone.area-code', 'phone', but(organisations, digits(7), (tail) => ({ phone: `+755.8${tail}` }))],
  ['registrant.phone.area-code', 'phone', but(organisations, digits(7), (tail) => ({ phone: `+0755.8${tail}` }))],
  ['registrant.phone.area-code', 'phone', but(organisations, digits(7), (tail) => ({ phone: `020-8${tail}` }))],
  ['registrant.phone.country-code', 'phone', but(foreigners, digits(8), (tail) => ({ phone: `+999.${tail}` }))],
  ['EMAIL-01', 'email', set(persons, 'email', '陈@shanyue.cn', 'chen＠shanyue.cn', 'a b@shanyue.cn', 'a@山月.cn')],
  ['EMAIL-02', 'email', set(persons, 'email', 'chen', '@shanyue.cn', 'a..b@shanyue.cn', 'chen@shanyue')],
  ['EMAIL-03', 'email', but(persons, text('abc', 65, 99), (long) => ({ email: `${long}@shanyue.cn` }))],
  ['CERTIFICATE-KIND-01', 'certificate.kind', paper(persons, text('XYZ', 1, 9), (kind) => ({ kind }))],
  ['CERTIFICATE-KIND-02', 'certificate.kind', set(persons, 'holderType', 'organisation')],
  ['CERTIFICATE-KIND-03', 'certificate.kind', paper(persons, digits(8), () => ({ kind: 'residence-permit-local' }))],
  ['CERTIFICATE-REGION-01', 'region', set(persons, 'region', 'HK', 'TW', 'FR')],
  ['CERTIFICATE-DATE-01', 'certificate.issuedOn', paper(persons, digits(1), () => ({ issuedOn: '2026-11-25' }))],
  ['CERTIFICATE-DATE-02', 'certificate.endsOn', paper(persons, digits(1), () => ({ endsOn: '2019-06-18' }))],
  [
    'CERTIFICATE-DATE-03',
    'certificate.issuedOn',
    paper(persons, fc.constantFrom('15', '20', '24'), (date) => ({ issuedOn: `2026-11-${date}` })),
  ],
  ['CERTIFICATE-DATE-04', 'certificate.endsOn', paper(foreigners, digits(1), () => ({ endsOn: '2026-11-23' }))],
  [
    'CERTIFICATE-DATE-05',
    'certificate.endsOn',
    paper(foreigners, fc.constantFrom('2026-11-24', '2027-02-23'), (endsOn) => ({ endsOn })),
  ],
  ['NUMBER-EMPTY-01', 'certificate.number', paper(persons, fc.constantFrom('', '  '), (number) => ({ number }))],
  ['NUMBER-ID-01', 'certificate.number', paper(persons, digits(15), (number) => ({ number }))],
  ['NUMBER-ID-02', 'certificate.number', paper(persons, digits(17), (number) => ({ number }))],
  ['NUMBER-ID-03', 'certificate.number', paper(persons, digits(17), (number) => ({ number: `${number}O` }))],
  ['NUMBER-ID-04', 'certificate.number', paper(persons, digits(16), (number) => ({ number: `99${number}` }))],
  ['NUMBER-ID-07', 'certificate.number', paper(persons, digits(4), (tail) => ({ number: `44030519900231${tail}` }))],
  ['NUMBER-ID-08', 'certificate.number', paper(persons, digits(4), (tail) => ({ number: `44030520271231${tail}` }))],
  [
    'NUMBER-ID-10',
    'certificate.number',
    paper(
      persons,
      residents.chain((start) => notCheck(checkOfGb11643(start)).map((wrong) => start + wrong)),
      (number) => ({ number }),
    ),
  ],
  ['NUMBER-CODE-02', 'certificate.number', paper(organisations, digits(13), (number) => ({ number }))],
  ['NUMBER-CODE-03', 'certificate.number', paper(organisations, digits(8), (n) => ({ number: `91440300IO${n}` }))],
  ['NUMBER-PASSPORT-01', 'certificate.number', paper(foreigners, digits(4), (number) => ({ number }))],
  ['NUMBER-PASSPORT-02', 'certificate.number', paper(foreigners, text('ABC', 8), (number) => ({ number }))],
]

const findingOf = (body: { findings?: { rule: string; field: string }[] }, rule: string) =>
  body.findings?.find((finding) => finding.rule === rule)

describe('holders made up with one defect each (S0-14, S1-169, S4-27, S4-28)', () => {
  it('are more than 200', () => {
    expect(defects.length * runsEach).toBeGreaterThan(200)
  })

  it.each(defects)('%s is found at %s, before and when it is kept', async (rule, field, holders) => {
    await fc.assert(
      fc.asyncProperty(holders, async (holder) => {
        const checked = await who.call('POST', 'v1/templates/check', holder)
        expect([checked.status, holder]).toEqual([200, holder])
        expect([findingOf(checked.body, rule), checked.body.findings, holder]).toMatchObject([
          { field, message: { zh: expect.any(String) }, remedy: { en: expect.any(String) }, source: {} },
          checked.body.findings,
          holder,
        ])
        const kept = await who.call('POST', 'v1/templates', holder)
        const refused = checked.body.findings.some(({ severity }: { severity: string }) => severity === 'refuse')
        expect([kept.status, holder]).toEqual([refused ? 422 : 201, holder])
        if (refused) expect(findingOf(kept.body, rule)).toMatchObject({ field })
      }),
      { numRuns: runsEach },
    )
  })

  it.each([
    ['persons', persons],
    ['organisations', organisations],
    ['holders of foreign passports', foreigners],
    ['persons with rare characters', but(persons, text(rare, 2), (zh) => ({ name: { zh, en: 'Ji Jie' } }))],
    ['persons with a dot in the name', but(persons, text(characters, 2), (zh) => ({ name: { zh: `阿依·${zh}` } }))],
  ])('good %s are kept without a finding', async (_, holders) => {
    await fc.assert(
      fc.asyncProperty(holders, async (holder) => {
        const checked = await who.call('POST', 'v1/templates/check', holder)
        expect([checked.body.findings, holder]).toEqual([[], holder])
        expect([(await who.call('POST', 'v1/templates', holder)).status, holder]).toEqual([201, holder])
      }),
      { numRuns: runsEach },
    )
  })
})
