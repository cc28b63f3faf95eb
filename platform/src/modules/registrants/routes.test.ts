import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { createVault, keyFileService, type Vault } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { registrantOf, registrantsRoutes } from './index.ts'

let api: TestApi
let vault: Vault
beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const keys = keyFileService(path.join(temporaryFolder('keys'), 'vault.key'))
    vault = createVault({ keys, clock, random: systemRandom })
    return [registrantsRoutes({ vault, origin: testOrigin })]
  })
})
afterAll(() => api.close())

const person = {
  holderType: 'person',
  name: { zh: '张三' },
  region: 'CN',
  province: { zh: '广东省' },
  city: { zh: '深圳市' },
  street: { zh: '科技园一路1号' },
  postcode: '518000',
  phone: '+86.13800000000',
  email: 'Zhang@example.cn',
  certificate: { kind: 'SFZ', number: '11010519491231002x' },
}

const create = (who: Visitor, changes: object = {}) => who.call('POST', 'v1/templates', { ...person, ...changes })

async function mailTo(recipient: string): Promise<{ code: string; token: string; count: number }> {
  const rows = await api.db
    .selectFrom('notice')
    .select('parameters')
    .where('recipient', '=', recipient)
    .where('kind', '=', 'email.verification')
    .orderBy('created_at', 'desc')
    .execute()
  const { code = '', link = '' } = (rows[0]?.parameters ?? {}) as Record<string, string>
  return { code, token: link.split('token=')[1] ?? '', count: rows.length }
}

const columns = [
  'account',
  'holder_type',
  'name_zh',
  'name_en',
  'contact_zh',
  'contact_en',
  'region',
  'province_zh',
  'province_en',
  'city_zh',
  'city_en',
  'street_zh',
  'street_en',
  'postcode',
  'phone',
  'email',
  'certificate_kind',
  'certificate_tail',
  'identity_record',
  'identity',
  'created_at',
] as const

const other = (code: string) => (code === '111111' ? '222222' : '111111')

it('a paper of a day that no calendar has is bad input, and not a fault of ours', async () => {
  const who = await api.customer()
  for (const day of ['0000-01-01', '0000-12-31']) {
    const { status, body } = await who.call('POST', 'v1/templates', {
      ...person,
      certificate: { ...person.certificate, issuedOn: day },
    })
    expect([day, status, body.code]).toEqual([day, 400, 'request.invalid'])
  }
})

describe('holder templates (S0-05)', () => {
  it('keeps a template outside any order, fills the English form and shows only the tail of the number', async () => {
    const who = await api.customer()
    const made = await create(who)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: { zh: '张三', en: 'Zhang San' },
      province: { zh: '广东省', en: 'Guangdong' },
      city: { zh: '深圳市', en: 'Shenzhen' },
      certificate: { kind: 'cn-resident-id', title: { zh: '居民身份证', en: 'Resident ID card' }, numberTail: '002X' },
      emailVerified: false,
      identity: 'unverified',
      default: true,
    })
    const listed = await who.call('GET', 'v1/templates')
    expect(listed.body.templates).toEqual([made.body])
    expect(JSON.stringify(listed.body)).not.toContain('11010519491231')
  })

  it('opens the number again for the registry, from sealed storage', async () => {
    const who = await api.customer()
    const { id } = (await create(who)).body
    const account = (await who.call('GET', 'v1/session')).body.account.id
    const registrant = await api.db.transaction().execute((trx) => registrantOf(trx, vault, { account, template: id }))
    expect(registrant.certificate).toEqual({ kind: 'cn-resident-id', number: '11010519491231002X' })
    const stranger = systemRandom.uuid()
    const refused = api.db.transaction().execute((trx) => registrantOf(trx, vault, { account: stranger, template: id }))
    await expect(refused).rejects.toMatchObject({ code: 'registrant.template-not-found' })
  })

  it('corrects an unverified template, asks a new address to prove itself, and forgets the number of before', async () => {
    const who = await api.customer()
    const { id } = (await create(who)).body
    const items = async () =>
      Number(
        (
          await api.db
            .selectFrom('sealed_item')
            .select((eb) => eb.fn.countAll().as('count'))
            .executeTakeFirstOrThrow()
        ).count,
      )
    const before = await items()
    const edited = await who.call('PUT', `v1/templates/${id}`, {
      ...person,
      street: { zh: '科技园二路2号' },
      email: 'new-address@example.cn',
      certificate: { kind: 'SFZ', number: '44030019900101001X' },
    })
    expect(edited.status).toBe(422)
    const good = await who.call('PUT', `v1/templates/${id}`, {
      ...person,
      street: { zh: '科技园二路2号' },
      email: 'new-address@example.cn',
    })
    expect(good.body).toMatchObject({ street: { zh: '科技园二路2号' }, emailVerified: false })
    expect((await mailTo('new-address@example.cn')).count).toBe(1)
    expect(await items()).toBe(before)
    const duty = await api.db.selectFrom('deadline').select(['opens_at', 'payload']).where('subject', '=', id).execute()
    // Fifteen days; the first reminder comes five days before they are over.
    const inDays = (days: number) => new Date(api.clock.now().getTime() + days * 86_400_000)
    expect(duty).toEqual([{ opens_at: inDays(10), payload: { due: inDays(15).toISOString() } }])
  })

  it('keeps the number when a correction brings none', async () => {
    const who = await api.customer()
    const { id } = (await create(who)).body
    const account = (await who.call('GET', 'v1/session')).body.account.id
    const certificate = { kind: 'cn-resident-id', issuedOn: '2020-06-18' }
    const edited = await who.call('PUT', `v1/templates/${id}`, {
      ...person,
      street: { zh: '科技园二路2号' },
      certificate,
    })
    expect(edited.body).toMatchObject({ street: { zh: '科技园二路2号' }, certificate: { numberTail: '002X' } })
    const kept = await api.db.transaction().execute((trx) => registrantOf(trx, vault, { account, template: id }))
    expect(kept.certificate).toEqual({ ...certificate, number: '11010519491231002X' })
    const otherPaper = await who.call('PUT', `v1/templates/${id}`, { ...person, certificate: { kind: 'passport' } })
    expect(otherPaper.body.findings).toMatchObject([{ rule: 'NUMBER-EMPTY-01', field: 'certificate.number' }])
  })

  it('never changes type or holder, nothing while verified or under review, and nothing of another account', async () => {
    const who = await api.customer()
    const { id } = (await create(who)).body
    const put = (changes: object, by = who) => by.call('PUT', `v1/templates/${id}`, { ...person, ...changes })
    expect((await put({ name: { zh: '李四' } })).body.code).toBe('registrant.holder-fixed')
    expect((await put({ holderType: 'organisation' })).body.code).toBe('registrant.holder-fixed')
    expect((await put({}, await api.customer())).status).toBe(404)
    for (const identity of ['reviewing', 'verified'] as const) {
      await api.db.updateTable('registrant_template').set({ identity }).where('id', '=', id).execute()
      expect((await put({ street: { zh: '别处1号院' } })).body.code).toBe('registrant.template-locked')
    }
  })

  it('keeps an organisation with its credit code (S1-108)', async () => {
    const who = await api.customer()
    const certificate = { kind: 'YYZZ', number: '91350100M000100Y43' }
    const made = await create(who, {
      holderType: 'organisation',
      name: { zh: '某某有限公司', en: 'Some Ltd' },
      certificate,
    })
    expect(made.body).toMatchObject({
      holderType: 'organisation',
      name: { en: 'Some Ltd' },
      certificate: { numberTail: '0Y43' },
    })
  })

  it('refuses what cannot be true, and says which field (S0-14)', async () => {
    const who = await api.customer()
    const wrong = await create(who, { certificate: { kind: 'SFZ', number: '110105194912310021' }, postcode: '51800' })
    expect(wrong.status).toBe(422)
    expect(
      wrong.body.findings.map((finding: { rule: string; field: string }) => [finding.rule, finding.field]),
    ).toEqual([
      ['ADDRESS-POSTCODE-01', 'postcode'],
      ['NUMBER-ID-10', 'certificate.number'],
    ])
    const misfit = await create(who, { certificate: { kind: 'YYZZ', number: '91350100M000100Y43' } })
    expect(misfit.body.findings[0]).toMatchObject({ rule: 'CERTIFICATE-KIND-02', field: 'certificate.kind' })
  })

  it('has one default for each holder type, which can be moved', async () => {
    const who = await api.customer()
    const first = (await create(who)).body
    const second = (await create(who)).body
    expect([first.default, second.default]).toEqual([true, false])
    await who.call('PUT', `v1/templates/${second.id}/default`)
    expect((await who.call('GET', `v1/templates/${first.id}`)).body.default).toBe(false)
    expect((await who.call('GET', `v1/templates/${second.id}`)).body.default).toBe(true)
  })

  it('moves the default with a correction, too', async () => {
    const who = await api.customer()
    const first = (await create(who)).body
    const second = (await create(who)).body
    expect((await who.call('PUT', `v1/templates/${second.id}`, { ...person, default: true })).body.default).toBe(true)
    expect((await who.call('GET', `v1/templates/${first.id}`)).body.default).toBe(false)
  })

  it('keeps 500 templates an account at most, also when the last ones come at once', async () => {
    const who = await api.customer()
    const { id } = (await create(who)).body
    await api.db
      .insertInto('registrant_template')
      .columns([...columns, 'id', 'is_default'])
      .expression((eb) =>
        eb
          .selectFrom(['registrant_template', sql`generate_series(1, 497)`.as('n')])
          .select([...columns, sql<string>`gen_random_uuid()`.as('id'), sql<boolean>`false`.as('is_default')])
          .where('registrant_template.id', '=', id),
      )
      .execute()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => create(who)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('registrant.too-many-templates')
    expect((await who.call('GET', 'v1/templates')).body.templates).toHaveLength(500)
  })

  it('takes the last character of a number in both cases, a foreign body without a number, and no number of 15 digits', async () => {
    const who = await api.customer()
    for (const number of ['11010519491231002x', '11010519491231002X', '１１０１０５１９４９１２３１００２Ｘ'])
      expect((await create(who, { certificate: { kind: 'SFZ', number } })).body.certificate.numberTail).toBe('002X')
    const old = await create(who, { certificate: { kind: 'SFZ', number: '110105491231002' } })
    expect(old.body.findings[0]).toMatchObject({ rule: 'NUMBER-ID-01', field: 'certificate.number' })
    const body = {
      holderType: 'organisation',
      name: { zh: 'Green Hill Foundation' },
      region: 'FR',
      province: { zh: '' },
      city: { zh: 'Paris' },
      street: { zh: '12 rue Saint-Honoré' },
      postcode: '75001',
      phone: '+33.142600000',
      certificate: { kind: 'overseas-body', number: '0' },
    }
    const foreign = await create(who, body)
    expect(foreign.body).toMatchObject({
      certificate: { kind: 'overseas-body', numberTail: '0' },
      street: { zh: '12 rue Saint-Honoré', en: '12 rue Saint-Honore' },
    })
    expect((await create(who, { ...body, region: 'HK', postcode: '', city: { zh: '九龙' } })).status).toBe(201)
    expect((await create(who, { ...body, region: 'CN' })).body.findings).toContainEqual(
      expect.objectContaining({ rule: 'CERTIFICATE-REGION-01', field: 'region' }),
    )
  })

  it('asks for the English of a character that no pinyin is known for, and of nothing else', async () => {
    const who = await api.customer()
    expect((await create(who, { name: { zh: '𠮷㛃' } })).body.findings).toMatchObject([
      { rule: 'registrant.english.name-unread', field: 'name.en', message: { zh: '“𠮷”的拼音查不到，填不出英文' } },
    ])
    expect((await create(who, { name: { zh: '𠮷㛃', en: 'Ji Jie' } })).status).toBe(201)
    expect((await create(who, { name: { zh: '㛃𬭚' } })).body.name).toEqual({ zh: '㛃𬭚', en: 'Jie Chun' })
  })

  it('says how to write a name of over 64 characters with an alias in brackets', async () => {
    const who = await api.customer()
    const name = `深圳市${'山月'.repeat(28)}有限公司`
    const { body } = await create(who, {
      holderType: 'organisation',
      name: { zh: `${name}（曾用名）` },
      contact: { zh: '张三' },
      certificate: { kind: 'YYZZ', number: '91350100M000100Y43' },
    })
    expect(body.findings).toMatchObject([{ rule: 'HOLDER-NAME-04', remedy: { zh: `去掉括号里的别称，写成“${name}”` } }])
  })

  it('keeps the days of a paper, and refuses one of the last 10 days (S0-14)', async () => {
    const who = await api.customer()
    const certificate = { ...person.certificate, issuedOn: '2020-01-31', endsOn: '2040-01-31' }
    const { id } = (await create(who, { certificate })).body
    const days = { issuedOn: '2020-01-31', endsOn: '2040-01-31' }
    expect((await who.call('GET', `v1/templates/${id}`)).body.certificate).toMatchObject(days)
    const fresh = await create(who, { certificate: { ...certificate, issuedOn: '2026-11-15' } })
    expect(fresh.body.findings).toMatchObject([
      { rule: 'CERTIFICATE-DATE-03', severity: 'refuse', remedy: { zh: expect.stringContaining('2026-11-25') } },
    ])
    expect((await create(who, { certificate: { ...certificate, issuedOn: '2026-11-14' } })).status).toBe(201)
  })

  it('says what the rules say before anything is kept, of whatever is there yet, with the English it would keep', async () => {
    const who = await api.customer()
    const { body } = await who.call('POST', 'v1/templates/check', {
      holderType: 'person',
      name: { zh: '欧阳云起' },
      region: 'HK',
      certificate: { kind: 'cn-resident-id' },
    })
    expect(body.english).toEqual({ name: 'Ouyang Yunqi' })
    expect(body.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['CERTIFICATE-REGION-01'])
    expect((await who.call('POST', 'v1/templates/check', {})).body).toEqual({ findings: [], english: {} })
    expect((await who.call('GET', 'v1/templates')).body.templates).toEqual([])
  })

  it('does not exist for another account', async () => {
    const { id } = (await create(await api.customer())).body
    const stranger = await api.customer()
    const asked = [
      await stranger.call('GET', `v1/templates/${id}`),
      await stranger.call('POST', `v1/templates/${id}/email`),
      await stranger.call('PUT', `v1/templates/${id}/default`),
      await stranger.call('POST', 'v1/email-verifications', { templateId: id, code: '123456' }),
    ]
    for (const answer of asked)
      expect(answer).toMatchObject({ status: 404, body: { code: 'registrant.template-not-found' } })
    expect((await stranger.call('GET', 'v1/templates')).body.templates).toEqual([])
    expect((await api.visitor().call('GET', `v1/templates/${id}`)).status).toBe(401)
  })
})

describe('e-mail verification (S1-110, S1-111, S1-127)', () => {
  it('verifies by the link in any browser, once, for this account only', async () => {
    const who = await api.customer()
    const email = 'link@example.cn'
    const { id } = (await create(who, { email })).body
    const { token } = await mailTo(email)
    expect((await api.visitor().call('POST', 'v1/email-verifications', { token })).body).toEqual({
      email,
      verified: true,
    })
    expect((await who.call('GET', `v1/templates/${id}`)).body.emailVerified).toBe(true)
    expect((await api.visitor().call('POST', 'v1/email-verifications', { token })).body.code).toBe(
      'account.code-refused',
    )
    const stranger = await api.customer()
    expect((await create(stranger, { email })).body.emailVerified).toBe(false)
  })

  it('verifies by the code, and voids it after five wrong guesses', async () => {
    const who = await api.customer()
    const email = 'code@example.cn'
    const { id } = (await create(who, { email })).body
    const { code } = await mailTo(email)
    const guess = (text: string) => who.call('POST', 'v1/email-verifications', { templateId: id, code: text })
    for (let tries = 0; tries < 5; tries++) expect((await guess(other(code))).status).toBe(400)
    expect((await guess(code)).status).toBe(400)
    api.clock.advance(61_000)
    expect((await who.call('POST', `v1/templates/${id}/email`)).status).toBe(204)
    expect((await guess((await mailTo(email)).code)).body).toEqual({ email, verified: true })
  })

  it('expires, and is not sent twice in a minute', async () => {
    const who = await api.customer()
    const email = 'late@example.cn'
    const { id } = (await create(who, { email })).body
    expect((await who.call('POST', `v1/templates/${id}/email`)).status).toBe(429)
    const { token, count } = await mailTo(email)
    expect(count).toBe(1)
    api.clock.advance(25 * 3_600_000)
    expect((await api.visitor().call('POST', 'v1/email-verifications', { token })).status).toBe(400)
  })
})

describe('lists for the form', () => {
  it('names Hong Kong, Macao and Taiwan apart from the mainland, and places in it', async () => {
    const { regions, provinces } = (await api.visitor().call('GET', 'v1/regions')).body
    expect(regions.slice(0, 4).map(({ code }: { code: string }) => code)).toEqual(['CN', 'HK', 'MO', 'TW'])
    expect(regions).toHaveLength(249)
    expect(provinces).toContainEqual(expect.objectContaining({ name: { zh: '陕西省', en: 'Shaanxi' } }))
    const { kinds } = (await api.visitor().call('GET', 'v1/certificates')).body
    expect(kinds).toHaveLength(41)
    expect(kinds).toContainEqual(
      expect.objectContaining({ kind: 'cn-resident-id', code: 'SFZ', holderType: 'person', regions: ['CN'] }),
    )
  })
})
