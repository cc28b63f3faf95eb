import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApi, testApi, type Visitor } from '../../../testing/console-api.ts'
import { serviceNumberRoutes } from '../../service-numbers/index.ts'
import { publicFilingRoutes } from './public-routes.ts'

let api: TestApi
let asked: string[] = []
beforeAll(async () => {
  api = await testApi(() => [
    serviceNumberRoutes,
    publicFilingRoutes({
      register: {
        async byDomain(_, ascii) {
          asked.push(ascii)
          if (ascii.startsWith('down')) throw new Error('the bureau is closed')
          if (ascii.startsWith('unasked')) return undefined
          return ascii.startsWith('elsewhere')
            ? { filed: true, serviceNumber: '京ICP备12345678号-2' }
            : { filed: false }
        },
        byCertificate: async () => undefined,
      },
    }),
  ])
  const owner = await api.customer()
  await filed(owner, {
    name: '杭州虚构山月茶业有限公司',
    nature: 'enterprise',
    number: '浙ICP备87654321号',
    domain: 'shanyue.example',
  })
  await filed(await api.customer(), {
    name: '张三',
    nature: 'person',
    number: '粤ICP备11223344号',
    domain: 'zhang.example',
  })
})
afterAll(() => api.close())

let ids = 900_000
async function filed(
  who: Visitor,
  { name, nature, number, domain }: Record<'name' | 'nature' | 'number' | 'domain', string>,
) {
  const account = (await who.call('GET', 'v1/session')).body.account.id
  const [subject, service, at] = [randomUUID(), randomUUID(), new Date('2026-10-01T02:00:00Z')]
  await api.pool.query(
    `insert into filing_subject (id, account, number_digest, name_digest, nature, name, province, number, own_id, state, filed, filed_at)
     values ($1, $2, $3, $3, $4, $5, '330000', $6, $7, 'filed', '\\x00', $8)`,
    [subject, account, Buffer.from(number), nature, name, number, ++ids, at],
  )
  await api.pool.query(
    `insert into filing_service (id, subject, kind, name, number, own_id, state, filed, filed_at)
     values ($1, $2, 'website', '山月手记', $3, $4, 'filed', '\\x00', $5)`,
    [service, subject, `${number}-1`, ++ids, at],
  )
  await api.pool.query('insert into filing_domain (service, ascii, own_id) values ($1, $2, $3)', [
    service,
    domain,
    ++ids,
  ])
  await api.pool.query(
    "insert into filing_access (id, service, own_id, product, ips, place) values ($1, $2, $3, 'cloud-server', '{203.0.113.10}', '浙江省')",
    [randomUUID(), service, ++ids],
  )
}
const look = async (query: string) =>
  (await api.visitor().call('GET', `v1/filing-numbers?query=${encodeURIComponent(query)}`)).body

describe('the public look-up (S2-08)', () => {
  it('tells what is filed here, by the number of a subject or service however it is typed, and by a name or one under it', async () => {
    const site = {
      number: '浙ICP备87654321号-1',
      name: '山月手记',
      domains: ['shanyue.example'],
      filedOn: '2026-10-01',
    }
    for (const query of ['浙ICP备87654321号', '浙icp备87654321号-1', 'shanyue.example', 'WWW.Shanyue.example'])
      expect([query, await look(query)]).toMatchObject([
        query,
        { state: 'filed-here', subject: { name: '杭州虚构山月茶业有限公司' }, services: [site] },
      ])
  })

  it('tells of a person only that it is one', async () => {
    const answer = await look('zhang.example')
    expect(answer.subject).toEqual({ number: '粤ICP备11223344号', name: null, nature: 'person' })
    expect(JSON.stringify(answer)).not.toContain('张三')
  })

  it('asks the bureaus about the rest, and says that it does not know where nobody can be asked', async () => {
    expect(await look('elsewhere.example')).toMatchObject({ state: 'filed-elsewhere', number: '京ICP备12345678号-2' })
    expect((await look('nowhere.example')).state).toBe('not-filed')
    for (const query of ['down.example', 'unasked.example', '京ICP备99999999号'])
      expect((await look(query)).state).toBe('not-known')
    for (const query of ['just words', 'nodots', '京ICP证12345678号'])
      expect([query, (await look(query)).code]).toEqual([query, 'filing.query-unreadable'])
  })
})

describe('a hoster’s check of the names on its addresses', () => {
  it('finds those that are not filed, and tells nothing about addresses of others', async () => {
    const hoster = await api.customer()
    const authorization = `Bearer ${await api.tokenOf(hoster)}`
    const check = (names: { name: string; address: string }[]) =>
      api.visitor().call('POST', 'v1/filing-checks', { names }, { authorization })
    const names = [
      { name: 'shanyue.example', address: '203.0.113.10' },
      { name: 'shanyue.example', address: '203.0.113.11' },
      { name: 'nowhere.example', address: '203.0.113.12' },
      { name: 'elsewhere.example', address: '203.0.113.13' },
      { name: 'down.example', address: '203.0.113.14' },
      { name: 'secret.example', address: '198.51.100.1' },
    ]
    expect((await check(names)).body.code).toBe('hosting-product.not-a-hoster')
    const operator = await api.operator('admin')
    const account = (await hoster.call('GET', 'v1/session')).body.account.id
    await operator.call('PUT', `v1/operator/hosters/${account}`, {
      name: '示例',
      networks: ['203.0.113.0/24', '2001:db8::/32'],
    })
    asked = []
    const { status, body } = await check(names)
    expect(status).toBe(200)
    expect(body.names.map(({ state, access }: { state: string; access: boolean | null }) => [state, access])).toEqual([
      ['filed-here', true],
      ['filed-here', false],
      ['not-filed', null],
      ['filed-elsewhere', null],
      ['not-known', null],
      ['not-yours', null],
    ])
    expect(asked).not.toContain('secret.example')
    expect((await check([{ name: 'a.example', address: '300.1.1.1' }])).status).toBe(400)
  })
})

describe('the dictionary of reasons', () => {
  it('is open to everybody: cause, field, remedy, whose turn, and where each is from (S3-80)', async () => {
    const { status, body } = await api.visitor().call('GET', 'v1/filing-reasons')
    expect(status).toBe(200)
    expect(body.reasons).toHaveLength(253)
    expect(body.reasons.find(({ id }: { id: string }) => id === 'fr-holder-differs')).toEqual({
      id: 'fr-holder-differs',
      stage: 'review',
      basis: 'documented',
      heard: ['域名所有人不正确', '域名持有者与主办单位不一致'],
      cause: { zh: '持有者与主办者不是同一主体', en: 'Holder and organiser differ' },
      fields: [{ zh: '域名持有者', en: 'Holder of the domain' }],
      remedy: { zh: '过户或改主办者', en: 'Change holder or organiser' },
      turn: ['you'],
      sources: expect.arrayContaining([{ document: '境内接入商甲的公开文档：域名核验', date: '2019-09' }]),
    })
  })
})
