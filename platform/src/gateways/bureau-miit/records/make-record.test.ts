import { randomBytes } from 'node:crypto'
import { emptyBook, loadTables, miit30 } from '@yuming/miit'
import { standInTables } from '@yuming/miit/stand-in'
import { madeUpCard } from '@yuming/papers/testing'
import { describe, expect, it } from 'vitest'
import type { Outgoing } from '../../../modules/filing/ports.ts'
import { makeRecord } from './make-record.ts'

const book = loadTables(emptyBook, standInTables, { loadedAt: '2026-11-24T00:00:00Z', source: 'test' })
const options = { profile: miit30, book, operationIds: false, ispId: '990000000001', bureau: '440000' }
const certificate = { kind: 'cn-resident-id', number: '440308198503150031', address: '广东省深圳市南山区科技园一路1号' }
const principal = { name: '张三', certificate, phone: '13800000000', email: 'zhang@example.cn' }

const outgoing = (change: Partial<Outgoing> = {}): Outgoing => ({
  type: 'first',
  subject: {
    ownId: '1',
    subject: {
      nature: 'person',
      name: '张三',
      region: { province: '广东省', city: '深圳市', county: '南山区' },
      certificate,
      correspondenceAddress: '广东省深圳市南山区科技园一路1号',
      principal,
    },
  },
  services: [
    {
      ownId: '2',
      service: { kind: 'website', name: '山月手记', content: 'other', languages: ['zh'], homeUrl: 'www.shanyue.top' },
      domains: [{ ownId: '3', name: 'shanyue.top' }],
      accesses: [{ ownId: '4', mode: 'cloud', place: '440000', addresses: [{ ownId: '5', ip: '203.0.113.10' }] }],
    },
  ],
  papers: [],
  cancelReason: undefined,
  ...change,
})
const problemsOf = async (change: Partial<Outgoing>) => {
  const made = await makeRecord(outgoing(change), options)
  return made.ok ? [] : made.problems
}

describe('an order as a record of the interface', () => {
  it('is one file, and has nothing against it', async () => {
    expect(await makeRecord(outgoing(), options)).toMatchObject({ ok: true, kind: 'new-filing', keys: ['1', '2'] })
  })

  it('says of a character outside GBK where it stands, before anything leaves', async () => {
    const { subject } = outgoing()
    const [problem] = await problemsOf({ subject: { ...subject, subject: { ...subject.subject, name: '张㛃' } } })
    expect(problem).toMatchObject({ field: expect.stringContaining('name'), ours: false })
    expect(problem?.message.zh).toContain('㛃')
  })

  it('says of a picture that cannot be brought to the interface’s 100 KB which one it is', async () => {
    const noise = { input: randomBytes(900 * 900 * 3), raw: { width: 900, height: 900, channels: 3 } } as const
    const card = (await madeUpCard('id-front')).resize(900, 900, { fit: 'fill' })
    const picture = await card.composite([noise]).png().toBuffer()
    const papers = [{ kind: 'principal-front' as const, service: null, picture }]
    expect(await problemsOf({ papers })).toMatchObject([{ field: 'papers.0', ours: false }])
  })

  it('gives up one access at a time, and only one that the bureau has told an id of', async () => {
    const [service] = outgoing().services
    if (!service) throw new Error('no service')
    const [access] = service.accesses
    if (!access) throw new Error('no access')
    const end = (...accesses: (typeof access)[]) =>
      problemsOf({ type: 'cancel-access', services: [{ ...service, accesses }], cancelReason: 'moved' })
    expect(await end({ ...access, bureauId: '9' })).toEqual([])
    expect(await end(access)).toMatchObject([{ field: 'services.0.access' }])
    expect(await end({ ...access, bureauId: '9' }, { ...access, bureauId: '10' })).toMatchObject([
      { field: 'services.0.access' },
    ])
  })
})
