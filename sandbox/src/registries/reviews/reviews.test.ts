import {
  changePoll,
  cnnicContact,
  contactCreate,
  contactInfo,
  contactUpdate,
  domainCreate,
  domainInfo,
  domainUpdate,
  nvCreate,
  poll,
  verificationCode,
  type XmlElement,
} from '@yuming/epp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, connectorOf, contactOf, pem, registrarsOf, talk } from '../../testing/registrars.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { type Sandbox, startSandbox } from '../../world/start-sandbox.ts'

type Id = 'thin' | 'cn' | 'wangzhi' | 'general'
const data = temporaryFolder('reviews')
let sandbox: Sandbox
const { registryOf, poolOf, closePools } = registrarsOf(() => sandbox.world)

const control = async (url: string, payload?: object) => {
  const answer = await sandbox.http.inject({
    method: payload ? 'POST' : 'GET',
    url: `/control/${url}`,
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const reviews = (id: Id, path = '', payload?: object) => control(`registries/${id}/reviews${path}`, payload)
const later = (byDays: number) => control('clock', { byDays })
const script = (id: Id, payload: object) => reviews(id, '/scripts', payload)

async function decide(id: Id, kind: string, subject: string, decision: 'pass' | 'fail', reason = '') {
  const { body } = await reviews(id, `?kind=${kind}`)
  const found = body.reviews.find((one: { subject: string }) => one.subject === subject)
  return reviews(id, `/${found.id}`, { decision, reason })
}

/** The codes of a label and of a holder that the verification provider has passed. */
async function codesOf(label: string): Promise<[string, string]> {
  const { port, clientId, password, tls } = sandbox.world.verification
  const files = { ca: pem(tls.ca), cert: pem(tls.cert), key: pem(tls.key) }
  const provider = poolOf('thin', 'ours', 1, {
    connect: connectorOf({ ...registryOf('thin'), port }, files),
    login: { clID: clientId, pw: password },
  })
  const passed = async (input: Parameters<typeof nvCreate.request.write>[0]['input']) => {
    const { data } = await provider.send(nvCreate, { input, pw: 'secret' }, { clTRID: `nv-${label}-${input.kind}` })
    if (data?.result !== 'success') throw new Error('not passed')
    return data.encodedSignedCode
  }
  const holder = { kind: 'rnv', role: 'org', name: '山月公司', num: '9', proofType: 'poe', documents: [] } as const
  return [await passed({ kind: 'dnv', name: label }), await passed(holder)]
}

beforeAll(async () => {
  sandbox = await startSandbox({ data })
})
afterAll(async () => {
  await closePools()
  await sandbox.close()
})
afterEach(async () => {
  for (const id of ['thin', 'cn', 'wangzhi', 'general'] as const) {
    await reviews(id, '/mode', { mode: 'off' })
    await reviews(id, '/scripts/clear', {})
  }
  await control('clock', { offsetMs: 0 })
})

/** One of our sessions at a registry, and what is asked of it again and again. */
function at(id: Id) {
  const send = talk(id, poolOf(id, 'ours', 1))
  return {
    send,
    holder: (contact: string) => codeOf(send(contactCreate, contactOf(contact))),
    create: (name: string, registrant: string) =>
      codeOf(send(domainCreate, { name, registrant, authInfo: { pw: 'secret' } })),
    change: (name: string, registrant: string) => codeOf(send(domainUpdate, { name, chg: { registrant } })),
    statuses: async (name: string) => (await send(domainInfo, { name })).data?.statuses.map(({ s }) => s),
    /** Empties the queue. @returns what was said, and what changed why */
    heard: async () => {
      const all: { says: string; reason?: string; operation?: string }[] = []
      for (;;) {
        const { code, queue, extensions } = await send(poll, { op: 'req' })
        if (code !== 1301) return all
        const change = changePoll.elements.changeData.from(extensions)
        all.push({
          says: queue?.message ?? '',
          ...(change?.reason ? { reason: change.reason, operation: change.operation } : {}),
        })
        await send(poll, { op: 'ack', msgID: queue?.id ?? '' })
      }
    },
  }
}

describe('reviews at a registry', () => {
  it('are off at first', async () => {
    const cn = at('cn')
    expect((await reviews('cn')).body).toMatchObject({ mode: 'off', scripts: [], reviews: [] })
    await cn.holder('off-1')
    expect(await cn.create('r1-off.cn', 'off-1')).toBe(1000)
    await later(6)
    expect(await cn.statuses('r1-off.cn')).toEqual(['inactive'])
    expect((await reviews('cn')).body.reviews).toEqual([])
  })

  it('let nobody register who has not passed, at create', async () => {
    const cn = at('cn')
    await cn.holder('before-1')
    await reviews('cn', '/mode', { mode: 'at-create' })
    expect(await cn.create('r2-first.cn', 'before-1')).toBe(2304)
    await decide('cn', 'identity', 'before-1', 'fail', '证件号码不符')
    expect(await cn.create('r2-first.cn', 'before-1')).toBe(2304)
    await decide('cn', 'identity', 'before-1', 'pass')
    expect(await cn.create('r2-first.cn', 'before-1')).toBe(1000)
    await script('cn', { decision: 'pass', kind: 'identity' })
    await cn.holder('before-2')
    expect(await cn.create('r2-second.cn', 'before-2')).toBe(1000)
    const said = (await cn.heard()).map(({ says }) => says)
    expect(said).toContain('The identity of the holder before-1 failed the review (实名审核不通过): 证件号码不符')
    expect(said).toContain('The identity of the holder before-2 passed the review (实名审核通过): 山月公司')
  })

  it('put a name on hold five days after its create, and end the hold when its holder passes (S1-54)', async () => {
    const cn = at('cn')
    await reviews('cn', '/mode', { mode: 'after-create' })
    await cn.holder('five-1')
    expect(await cn.create('r3-held.cn', 'five-1')).toBe(1000)
    await later(4.9)
    expect(await cn.statuses('r3-held.cn')).toEqual(['inactive'])
    await cn.heard()
    await later(0.2)
    expect(await cn.statuses('r3-held.cn')).toEqual(['serverHold', 'inactive'])
    expect(await cn.heard()).toEqual([
      {
        says: "The name r3-held.cn is on hold: its holder's identity was not verified in 5 days (5 天内未通过实名审核，serverHold)",
        reason: 'Identity not verified',
        operation: 'update',
      },
    ])
    await decide('cn', 'identity', 'five-1', 'pass')
    const { data: told, extensions } = await cn.send(poll, { op: 'req' })
    expect(told && contactInfo.response?.read(told as unknown as XmlElement)).toMatchObject({ id: 'five-1' })
    expect(changePoll.elements.changeData.from(extensions)).toMatchObject({
      operation: 'custom',
      op: 'identity-review',
      reason: 'Identity review passed',
    })
    expect(await cn.statuses('r3-held.cn')).toEqual(['inactive'])
    expect((await cn.heard()).map(({ reason }) => reason)).toEqual(['Identity review passed', 'Identity verified'])
  })

  it('survive a restart, with their scripts and their days', async () => {
    await reviews('cn', '/mode', { mode: 'after-create' })
    await script('cn', { decision: 'pass', kind: 'identity', pattern: '山月', seconds: 6 * 86_400 })
    await at('cn').holder('kept-1')
    await at('cn').create('r4-kept.cn', 'kept-1')
    await later(3)
    await closePools()
    await sandbox.close()
    sandbox = await startSandbox({ data })
    const cn = at('cn')
    await cn.heard()
    expect(await cn.statuses('r4-kept.cn')).toEqual(['inactive'])
    // One jump over both days: first the hold, then the decision that ends it.
    await later(4)
    expect((await cn.heard()).map(({ reason }) => reason)).toEqual([
      'Identity not verified',
      'Identity review passed',
      'Identity verified',
    ])
    expect(await cn.statuses('r4-kept.cn')).toEqual(['inactive'])
  })
})

describe('the review of a name', () => {
  const balanceOf = async (id: Id) => (await control(`registries/${id}`)).body.balanceFen

  it('that fails ends a name of .cn, and gives the fee back (S1-37)', async () => {
    const cn = at('cn')
    await reviews('cn', '/mode', { mode: 'after-create' })
    await script('cn', { decision: 'fail', kind: 'naming', pattern: 'bad', seconds: 10 * 86_400, reason: '禁止词' })
    await cn.holder('naming-1')
    await decide('cn', 'identity', 'naming-1', 'pass')
    const before = await balanceOf('cn')
    await cn.create('r5-bad.cn', 'naming-1')
    expect(await balanceOf('cn')).toBe(before - 2_900)
    await cn.heard()
    await later(11)
    expect(await codeOf(cn.send(domainInfo, { name: 'r5-bad.cn' }))).toBe(2303)
    expect(await balanceOf('cn')).toBe(before)
    expect(await cn.heard()).toEqual([
      {
        says: 'The name r5-bad.cn failed the naming review and was deleted (命名审核不通过，直接删除，退还注册费): 禁止词',
        reason: 'Naming review failed',
        operation: 'delete',
      },
    ])
  })

  it('that fails puts a name of a new suffix on hold, for which nothing is given back', async () => {
    const general = at('general')
    await reviews('general', '/mode', { mode: 'after-create', suffix: 'xyz' })
    await general.holder('naming-2')
    const before = await balanceOf('general')
    await general.create('r6-bad.xyz', 'naming-2')
    await general.create('r6-other.top', 'naming-2')
    const paid = before - (await balanceOf('general'))
    expect(
      (await reviews('general', '?kind=naming')).body.reviews.map(({ subject }: { subject: string }) => subject),
    ).toEqual(['r6-bad.xyz'])
    await decide('general', 'naming', 'r6-bad.xyz', 'fail', '损害国家荣誉和利益')
    expect(await general.statuses('r6-bad.xyz')).toEqual(['serverHold', 'inactive'])
    await later(6)
    await decide('general', 'identity', 'naming-2', 'pass')
    expect(await general.statuses('r6-bad.xyz')).toEqual(['serverHold', 'inactive'])
    expect(await general.statuses('r6-other.top')).toEqual(['inactive'])
    await decide('general', 'naming', 'r6-bad.xyz', 'pass')
    expect(await general.statuses('r6-bad.xyz')).toEqual(['inactive'])
    expect(before - (await balanceOf('general'))).toBe(paid)
  })

  it('asks for a qualification where a name begins with a word of state (S1-53, S1-55, S1-56)', async () => {
    const cn = at('cn')
    await reviews('cn', '/mode', { mode: 'after-create' })
    await script('cn', { decision: 'pass', kind: 'identity' })
    await cn.holder('state-1')
    const names = ['中国审核甲.cn', '中國審核乙.中国', '国家审核丙.公司', '审核中国丁.cn'].map(
      (name) => new URL(`http://${name}`).hostname,
    )
    for (const name of names) expect(await cn.create(name, 'state-1')).toBe(1000)
    const asked = (await reviews('cn', '?kind=qualification')).body.reviews.map(
      ({ subject }: { subject: string }) => subject,
    )
    expect(asked.toSorted()).toEqual(names.slice(0, 3).toSorted())
    expect(await cn.statuses(names[0] ?? '')).toEqual(['serverHold', 'inactive'])
    expect(await cn.statuses(names[3] ?? '')).toEqual(['inactive'])
    await decide('cn', 'qualification', names[0] ?? '', 'pass')
    expect(await cn.statuses(names[0] ?? '')).toEqual(['inactive'])
    await decide('cn', 'qualification', names[1] ?? '', 'fail', '非权利人')
    expect(await codeOf(cn.send(domainInfo, { name: names[1] ?? '' }))).toBe(2303)
    expect((await cn.heard()).at(-1)?.says).toContain('(资质审核不通过，直接删除，退还注册费): 非权利人')
  })

  it('asks every name of 商标 for a qualification, and deletes it on failure (S1-95, S1-113)', async () => {
    const wangzhi = at('wangzhi')
    await reviews('wangzhi', '/mode', { mode: 'after-create' })
    await wangzhi.holder('mark-1')
    await wangzhi.create('r7-mark.xn--czr694b', 'mark-1')
    await wangzhi.create('r7-site.xn--ses554g', 'mark-1')
    expect(await wangzhi.statuses('r7-mark.xn--czr694b')).toEqual(['serverHold', 'inactive'])
    expect(await wangzhi.statuses('r7-site.xn--ses554g')).toEqual(['inactive'])
    await decide('wangzhi', 'qualification', 'r7-mark.xn--czr694b', 'fail', '商标证书不符')
    expect(await codeOf(wangzhi.send(domainInfo, { name: 'r7-mark.xn--czr694b' }))).toBe(2303)
  })
})

describe('a hold with several reasons', () => {
  it('lasts until the last of them has ended', async () => {
    const general = at('general')
    const statuses = (payload: object) => control('registries/general/domains/r12-both.xyz/statuses', payload)
    await reviews('general', '/mode', { mode: 'after-create' })
    await general.holder('both-1')
    await general.create('r12-both.xyz', 'both-1')
    await statuses({ add: ['serverHold'] })
    await later(6)
    await decide('general', 'naming', 'r12-both.xyz', 'fail')
    await decide('general', 'identity', 'both-1', 'pass')
    await decide('general', 'naming', 'r12-both.xyz', 'pass')
    expect(await general.statuses('r12-both.xyz')).toEqual(['serverHold', 'inactive'])
    await statuses({ rem: ['serverHold'] })
    expect(await general.statuses('r12-both.xyz')).toEqual(['inactive'])
  })

  it('of the registry itself is not ended by a review that was there before', async () => {
    const general = at('general')
    const statuses = (payload: object) => control('registries/general/domains/r13-own.xyz/statuses', payload)
    await reviews('general', '/mode', { mode: 'after-create' })
    await general.holder('both-2')
    await general.create('r13-own.xyz', 'both-2')
    await later(6)
    await statuses({ add: ['serverHold'] })
    await decide('general', 'identity', 'both-2', 'pass')
    expect(await general.statuses('r13-own.xyz')).toEqual(['serverHold', 'inactive'])
  })

  it('says nothing of a name that somebody registered again', async () => {
    const cn = at('cn')
    await reviews('cn', '/mode', { mode: 'after-create' })
    await cn.holder('again-1')
    await cn.create('r14-again.cn', 'again-1')
    await decide('cn', 'naming', 'r14-again.cn', 'fail')
    const first = (await reviews('cn', '?kind=naming&state=failed')).body.reviews[0]
    await later(1)
    await cn.create('r14-again.cn', 'again-1')
    expect((await reviews('cn', `/${first.id}`, { decision: 'pass' })).status).toBe(409)
    expect((await decide('cn', 'naming', 'r14-again.cn', 'pass')).status).toBe(200)
  })
})

describe('another identity', () => {
  const papers = (number: string) => [cnnicContact.elements.update({ chg: { paper: { type: 'HZ', number } } })]

  it('cannot be given to a contact on which a verified name rests', async () => {
    const cn = at('cn')
    await reviews('cn', '/mode', { mode: 'after-create' })
    await script('cn', { decision: 'pass', kind: 'identity' })
    const change = (id: string, number: string) => codeOf(cn.send(contactUpdate, { id }, papers(number)))
    await cn.holder('same-1')
    expect(await change('same-1', 'E11111111')).toBe(1000)
    await cn.create('r8-same.cn', 'same-1')
    expect(await change('same-1', 'E22222222')).toBe(2305)
    expect(await change('same-1', 'E11111111')).toBe(1000)
    expect(await codeOf(cn.send(contactUpdate, { id: 'same-1', chg: { email: 'new@example.cn' } }))).toBe(1000)
  })

  it('of a name begins the five days again, and ends a hold when it has passed', async () => {
    const cn = at('cn')
    await reviews('cn', '/mode', { mode: 'after-create' })
    for (const id of ['next-1', 'next-2', 'next-3']) await cn.holder(id)
    await decide('cn', 'identity', 'next-1', 'pass')
    await decide('cn', 'identity', 'next-3', 'pass')
    await cn.create('r9-next.cn', 'next-1')
    await later(6)
    expect(await cn.statuses('r9-next.cn')).toEqual(['inactive'])
    expect(await cn.change('r9-next.cn', 'next-2')).toBe(1000)
    await later(4)
    expect(await cn.statuses('r9-next.cn')).toEqual(['inactive'])
    await later(2)
    expect(await cn.statuses('r9-next.cn')).toEqual(['serverHold', 'inactive'])
    expect(await cn.change('r9-next.cn', 'next-3')).toBe(1000)
    expect(await cn.statuses('r9-next.cn')).toEqual(['inactive'])
    await reviews('cn', '/mode', { mode: 'at-create' })
    expect(await cn.change('r9-next.cn', 'next-2')).toBe(2304)
  })
})

describe('a registry without contacts', () => {
  it('reviews by codes: none of both in five days is a hold until both have come', async () => {
    const thin = at('thin')
    expect((await reviews('thin', '/mode', { mode: 'at-create' })).status).toBe(409)
    await reviews('thin', '/mode', { mode: 'after-create', suffix: 'com' })
    const create = (name: string) => codeOf(thin.send(domainCreate, { name, authInfo: { pw: 'secret' } }))
    expect(await create('r10-codes.com')).toBe(1000)
    await thin.heard()
    await later(6)
    expect(await thin.statuses('r10-codes.com')).toEqual(['serverHold', 'inactive'])
    expect((await thin.heard()).map(({ reason }) => reason)).toEqual(['Identity not verified'])
    const asked = await thin.send(domainInfo, { name: 'r10-codes.com' }, [verificationCode.elements.info({})])
    expect(verificationCode.elements.infData.from(asked.extensions)?.status).toBe('nonCompliant')
    const bring = (codes: string[]) =>
      codeOf(
        thin.send(domainUpdate, { name: 'r10-codes.com', chg: {} }, [
          verificationCode.elements.encodedSignedCode(codes),
        ]),
      )
    const [label, holder] = await codesOf('r10-codes')
    expect(await bring([label])).toBe(1000)
    expect(await thin.statuses('r10-codes.com')).toEqual(['serverHold', 'inactive'])
    expect(await bring([holder])).toBe(1000)
    expect(await thin.statuses('r10-codes.com')).toEqual(['inactive'])
    expect((await thin.heard()).map(({ reason }) => reason)).toEqual(['Identity verified'])
  })
})

describe('the reviewers desk', () => {
  it('shows what waits, and takes a decision from its form', async () => {
    const cn = at('cn')
    await reviews('cn', '/mode', { mode: 'after-create' })
    await cn.holder('desk-1')
    await cn.create('r11-desk.cn', 'desk-1')
    const shown = await sandbox.http.inject('/registries/cn/reviews')
    expect(shown.body).toContain('r11-desk.cn')
    expect(shown.body).toContain('待审 pending')
    const { id } = (await reviews('cn', '?kind=naming&state=pending')).body.reviews[0]
    const pressed = await sandbox.http.inject({
      method: 'POST',
      url: `/control/registries/cn/reviews/${id}`,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'decision=pass&reason=',
    })
    expect(pressed.headers.location).toBe('/registries/cn/reviews')
    expect((await control('registries/cn/domains/r11-desk.cn')).body.reviews).toMatchObject({
      identity: 'pending',
      naming: 'passed',
      holdDueAt: expect.any(String),
    })
    expect((await reviews('cn', `/${id}`, { decision: 'fail' })).status).toBe(409)
    expect((await reviews('cn', '/999999', { decision: 'fail' })).status).toBe(404)
  })
})
