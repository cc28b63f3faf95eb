import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../testing/console-api.ts'
import { principal, registeredName, verifiedPerson } from './testing/applicants.ts'
import { askType } from './testing/ask-type.ts'
import { applicant as applicantOf, begin, type FilingApi, filingApi, sendPicture } from './testing/filing-api.ts'

let api: FilingApi

beforeAll(async () => {
  api = await filingApi()
})
afterAll(() => api.close())

const applicant = () => applicantOf(api)

describe('the type of an order (S3-02, S3-03, S3-07)', () => {
  it('is computed from what is filed, and explained', async () => {
    const { who, template, name } = await applicant()
    const { status, body } = await askType(who, { template, domains: [name] })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      type: 'first',
      name: { zh: '首次备案' },
      guide: 'first',
      province: { code: '440000' },
      running: null,
    })
  })

  it('is not guessed where nobody knows what is filed', async () => {
    const { who, template } = await applicant()
    const { body } = await askType(who, { template, domains: ['not-known.example'] })
    expect(body).toMatchObject({ type: null, guide: 'not-known', wanted: ['domains.filed'] })
    const refused = await begin(who, template, 'not-known.example')
    expect([refused.status, refused.body.code]).toEqual([422, 'filing.type-not-known'])
  })

  it('shows the way out when the domain is filed by somebody else', async () => {
    const { who, template } = await applicant()
    api.register.set('filed-elsewhere.top', { filed: true, subjectNumber: '粤ICP备12345678号' })
    const { body } = await askType(who, { template, domains: ['filed-elsewhere.top'] })
    expect([body.type, body.guide]).toEqual([null, 'foreign-domain'])
    expect(body.because.zh).toContain('域名却已经备案')
  })
})

describe('a draft', () => {
  it('is pre-filled from the verified identity, and shows no more of the number than its end', async () => {
    const { who, template, name } = await applicant()
    const { body: begun } = await begin(who, template, name)
    const { body } = await who.call('GET', `v1/filings/${begun.number}`)
    expect(body).toMatchObject({
      state: 'draft',
      turn: 'you',
      type: 'first',
      province: { code: '440000', name: '广东省' },
      draft: {
        subject: {
          name: '张三',
          nature: 'person',
          certificate: { kind: 'cn-resident-id' },
          principal: { name: '张三', phone: '13800000000' },
        },
        services: [{ domains: [name] }],
      },
    })
    expect(JSON.stringify(body)).not.toContain('440308198503150031')
    expect(body.draft.subject.certificate.number).toMatch(/^\*+0031$/)
    expect(body.course.map((one: { step: string }) => one.step)).toContain('bureau')
  })

  it('keeps every step as it was written, with the findings of that step beside it', async () => {
    const { who, template, name } = await applicant()
    const { number } = (await begin(who, template, name)).body
    const before = (await who.call('GET', `v1/filings/${number}`)).body
    const saved = await who.call('PUT', `v1/filings/${number}/draft/subject`, {
      subject: { ...before.draft.subject, name: '李四', remark: '写了一半' },
      revision: before.revision,
    })
    expect(saved.status).toBe(200)
    const after = (await who.call('GET', `v1/filings/${number}`)).body
    // The verified identity stands, to the letter.
    expect(after.draft.subject).toMatchObject({ name: '张三', remark: '写了一半' })
    const stale = await who.call('PUT', `v1/filings/${number}/draft/subject`, {
      subject: {},
      revision: before.revision,
    })
    expect([stale.status, stale.body.code]).toEqual([409, 'filing.changed-meanwhile'])
  })

  it('keeps the number of a principal that comes back hidden', async () => {
    const { who, template, name } = await applicant()
    const { number } = (await begin(who, template, name)).body
    const services = [{ kind: 'website', name: '山月手记', domains: [name], principal }]
    await who.call('PUT', `v1/filings/${number}/draft/services`, { services })
    const shown = (await who.call('GET', `v1/filings/${number}`)).body.draft.services
    expect(shown[0].principal.certificate.number).toMatch(/^\*+\d{3}[\dX]$/)
    await who.call('PUT', `v1/filings/${number}/draft/services`, { services: [{ ...shown[0], name: '山月札记' }] })
    const { body } = await who.call('GET', `v1/filings/${number}/preflight`)
    const ofNumber = body.steps
      .flatMap(({ findings }: { findings: { field: string }[] }) => findings)
      .filter(({ field }: { field: string }) => field.includes('principal.certificate.number'))
    expect(ofNumber).toEqual([])
    const again = (await who.call('GET', `v1/filings/${number}`)).body.draft.services
    expect(again[0]).toMatchObject({ key: shown[0].key, name: '山月札记' })
  })

  it('takes the words of cases that nobody foresaw as what they are, never as a failure of ours', async () => {
    const { who, template, name } = await applicant()
    const { number } = (await begin(who, template, name)).body
    for (const [step, body] of [
      ['services', { services: [{ kind: 'website', domains: ['..', '*', '\u0000x', '例子。测试', 'xn--'] }] }],
      ['services', { services: 'x' }],
      ['subject', { subject: { region: { province: '不存在省' }, nature: 'robot' } }],
      ['subject', { subject: { region: { province: '不存在省' } } }],
      ['access', { access: [{ service: '999', access: [{ ips: ['300.1.1.1'] }] }] }],
    ] as const) {
      const answer = await who.call('PUT', `v1/filings/${number}/draft/${step}`, body)
      expect([200, 400, 422]).toContain(answer.status)
    }
    expect((await who.call('GET', `v1/filings/${number}/preflight`)).status).toBe(200)
  })

  it('is given up, and its certificate and domain are free again', async () => {
    const { who, template, name } = await applicant()
    const { number } = (await begin(who, template, name)).body
    expect((await begin(who, template, name)).body.code).toBe('filing.running-order')
    expect((await who.call('DELETE', `v1/filings/${number}`)).status).toBe(204)
    expect((await who.call('GET', `v1/filings/${number}`)).status).toBe(404)
    expect((await begin(who, template, name)).status).toBe(201)
  })
})

describe('a name that opens before it is filed', () => {
  it('is told in the check before submission; closed, nothing is said, and unknown is not taken for closed', async () => {
    const { who, template, name } = await applicant()
    const { number } = (await begin(who, template, name)).body
    const said = async () => {
      const { steps } = (await who.call('GET', `v1/filings/${number}/preflight`)).body
      return steps
        .flatMap(({ findings }: { findings: { rule: string; severity: string }[] }) => findings)
        .filter(({ rule }: { rule: string }) => rule === 'DOMAIN-OPEN-01')
        .map(({ severity }: { severity: string }) => severity)
    }
    expect(await said()).toEqual(['unknown'])
    api.open.set(name, true)
    expect(await said()).toEqual(['refuse'])
    api.open.set(name, false).set(`www.${name}`, false)
    expect(await said()).toEqual([])
  })
})

describe('two orders for one certificate at the same moment', () => {
  it('are one: the second is refused', async () => {
    const { who, template, name } = await applicant()
    const answers = await Promise.all(Array.from({ length: 4 }, () => begin(who, template, name)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    const { body } = await who.call('GET', 'v1/filings')
    expect(body.filings).toHaveLength(1)
  })
})

describe('orders of another account', () => {
  it('are not there, on any route', async () => {
    const { who, template, name } = await applicant()
    const { number } = (await begin(who, template, name)).body
    const other = await api.customer()
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['DELETE', '', undefined],
      ['PUT', '/draft/subject', { subject: {} }],
      ['PUT', '/draft/services', { services: [] }],
      ['PUT', '/draft/access', { access: [] }],
      ['PUT', '/draft/consent', { consent: true }],
      ['PUT', '/draft/cancel-reason', { reason: 'other' }],
      ['GET', '/preflight', undefined],
      ['GET', '/preview', undefined],
      ['POST', '/submission', undefined],
      ['POST', '/withdrawal', undefined],
      ['POST', '/upload-link', undefined],
      ['DELETE', '/papers/00000000-0000-4000-8000-000000000000', undefined],
    ] as const)
      expect([path, (await other.call(method, `v1/filings/${number}${path}`, body)).status]).toEqual([path, 404])
    expect((await other.call('GET', 'v1/filings')).body.filings).toEqual([])
    expect((await other.call('POST', 'v1/filings', { template, domains: [name] })).status).toBe(404)
  })
})

describe('an order that is watched (S2-30)', () => {
  interface Told {
    readonly revision: number
    readonly state: string
    readonly papers: readonly unknown[]
  }

  it('is told at once, and again when its draft or its papers change, without being asked', async () => {
    const { who, template, name } = await applicant()
    const { number } = (await begin(who, template, name)).body
    const told = watched(await stream(who, number))
    expect(await told.next()).toMatchObject({ state: 'draft', papers: [] })
    await who.call('PUT', `v1/filings/${number}/draft/consent`, { consent: true })
    expect(await told.next()).toMatchObject({ consent: true, papers: [] })
    await sendPicture(api, who, `v1/filings/${number}/papers/principal-front`, api.idCard)
    expect((await told.next()).papers).toHaveLength(1)
    // The draft that is given up is told of no more, and the stream ends.
    await who.call('DELETE', `v1/filings/${number}`)
    expect(await told.next()).toBeUndefined()
  })

  it('is not told to another account', async () => {
    const { who, template, name } = await applicant()
    const { number } = (await begin(who, template, name)).body
    expect((await stream(await api.customer(), number)).status).toBe(404)
  })

  const stream = (who: Visitor, number: string) =>
    fetch(`${api.address}/v1/filings/${number}`, {
      headers: { accept: 'text/event-stream', cookie: who.cookie() },
    })

  function watched(response: Response) {
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let read = ''
    return {
      async next(): Promise<Told & Record<string, unknown>> {
        while (!read.includes('\n\n')) {
          const chunk = await reader?.read()
          if (!chunk?.value) return undefined as never
          read += chunk.value
        }
        const [event = '', ...rest] = read.split('\n\n')
        read = rest.join('\n\n')
        return JSON.parse(event.slice(event.indexOf('data: ') + 6))
      },
    }
  }
})

describe('the list of orders', () => {
  it('comes in pages, the newest first', async () => {
    const who = await api.customer()
    const numbers: string[] = []
    for (let at = 0; at < 3; at++) {
      const template = await verifiedPerson(api, who, at)
      const name = await registeredName(api, who, template)
      api.register.set(name, { filed: false })
      numbers.push((await begin(who, template, name)).body.number)
    }
    const first = (await who.call('GET', 'v1/filings?limit=2')).body
    const second = (await who.call('GET', `v1/filings?limit=2&cursor=${first.next}`)).body
    const shown = [...first.filings, ...second.filings].map((one: { number: string }) => one.number)
    expect(shown.sort()).toEqual(numbers.sort())
    expect(second.next).toBeNull()
  })
})
