import { setTimeout as delay } from 'node:timers/promises'
import { madeUpCard } from '@yuming/papers/testing'
import { madeUpPortrait } from '@yuming/papers/testing-portrait'
import type { ApiClient } from './api-client.ts'
import type { SandboxControls } from './sandbox-controls.ts'

interface Site {
  readonly domain: string
  readonly mobile: string
  readonly email: string
  /** A service number; a server that is only stated otherwise. */
  readonly serviceNumber?: string
}

interface Drafted {
  readonly draft: { readonly subject: Record<string, unknown>; readonly services: readonly { key: string }[] }
}

/** Writes what a company's site needs into the draft of an order, and hands its papers in. */
export async function fileSite(
  client: ApiClient,
  number: string,
  { domain, mobile, email, serviceNumber }: Site,
): Promise<void> {
  const { draft } = await client.get<Drafted>(`filings/${number}`)
  const [service] = draft.services
  const address = '浙江省杭州市西湖区龙井路1号'
  await client.put(`filings/${number}/draft/services`, {
    services: [
      {
        key: service?.key,
        kind: 'website',
        name: '山月茶业官方展示',
        domains: [domain],
        homeUrl: `www.${domain}`,
        content: 'portal',
        languages: ['zh'],
        preApprovals: [],
      },
    ],
  })
  const access = { product: 'cloud-server', ips: ['203.0.113.10'], mode: 'cloud', place: '浙江省' }
  await client.put(`filings/${number}/draft/access`, {
    access: [{ service: service?.key, access: [{ ...access, ...(serviceNumber && { serviceNumber }) }] }],
  })
  await client.put(`filings/${number}/draft/subject`, {
    subject: {
      ...draft.subject,
      region: { province: '浙江省', city: '杭州市', county: '西湖区' },
      nature: 'enterprise',
      certificate: { ...(draft.subject.certificate as object), address },
      correspondenceAddress: address,
      investor: '山月控股',
      principal: {
        name: '沈知行',
        certificate: { kind: 'cn-resident-id', number: '440308199001010017' },
        phone: mobile,
        emergencyPhone: '13900010003',
        officePhone: '0571-88888888',
        email,
        legalRepresentative: true,
      },
    },
  })
  await client.put(`filings/${number}/draft/consent`, { consent: true })
  const [licence, card] = await Promise.all([picture('licence'), picture('id-front')])
  for (const [kind, shown] of [
    ['subject-certificate', licence],
    ['principal-front', card],
    ['principal-back', card],
    ['verification-form', licence],
    ['domain-certificate', licence],
  ] as const) {
    const kept = await client.raw('POST', `filings/${number}/papers/${kind}`, shown, { 'content-type': 'image/jpeg' })
    if (kept.status !== 201) throw new Error(`${kind} answered ${kept.status} ${await kept.text()}`)
  }
}

async function picture(kind: 'licence' | 'id-front'): Promise<Uint8Array> {
  return new Uint8Array(await (await madeUpCard(kind)).jpeg({ quality: 92 }).toBuffer())
}

/** Passes an order through our own hands: papers, call, decision, and the photograph where the province wants one. */
export async function passFirstReview(
  { client, reviewer }: { client: ApiClient; reviewer: ApiClient },
  number: string,
  /** No two orders show the same photograph. */
  worn: { readonly clothes?: string } = {},
): Promise<void> {
  await openPapers(reviewer, number)
  await reviewer.post(`filing-reviews/${number}/call`, { reached: true, words: '已核对' })
  await reviewer.post(`filing-reviews/${number}/decision`, { pass: true })
  if ((await client.get<{ state: string }>(`filings/${number}`)).state !== 'photo') return
  // As the page on the phone takes it.
  const { url } = await client.post<{ url: string }>(`filings/${number}/upload-link`)
  const photo = new Uint8Array(await (await madeUpPortrait(worn)).jpeg({ quality: 92 }).toBuffer())
  const kept = await client.raw('POST', `filing-uploads/${url.split('/').at(-1)}/person-photo?live=1`, photo, {
    'content-type': 'image/jpeg',
  })
  if (kept.status !== 201) throw new Error(`the photograph answered ${kept.status} ${await kept.text()}`)
  await client.post(`filings/${number}/photo`)
  await openPapers(reviewer, number)
  await reviewer.post(`filing-reviews/${number}/photo-decision`, { pass: true })
}

async function openPapers(reviewer: ApiClient, number: string): Promise<void> {
  const { papers } = await reviewer.get<{ papers: { id: string }[] }>(`filing-reviews/${number}`)
  for (const { id } of papers) {
    const { url } = await reviewer.post<{ url: string }>(`filing-reviews/${number}/papers/${id}/views`)
    await (await reviewer.raw('GET', url.replace('/v1/', ''))).arrayBuffer()
  }
}

/** Answers the ministry's newest text to a phone as its receiver would. */
export async function answerSms(sandboxOrigin: string, sandbox: SandboxControls, mobile: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++, await delay(200)) {
    // Our own texts to the same phone name the order, whose number is six digits too.
    const { messages } = await sandbox.call<{ messages: { to: string; text: string }[] }>('GET', 'phone')
    const code = messages
      .filter(({ to }) => to.endsWith(mobile))
      .map(({ text }) => /工信部.*验证码(\d{6})/.exec(text)?.[1])
      .find((found) => found !== undefined)
    if (code === undefined) continue
    const answered = await fetch(`${sandboxOrigin}/bureaus/sms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ phone: mobile, code }),
    })
    const { outcome } = (await answered.json()) as { outcome: string }
    // The code of an earlier order; the text of this one is still on its way.
    if (outcome === 'nothing-waits') continue
    if (outcome !== 'right') throw new Error(`the ministry said ${outcome}`)
    return
  }
  throw new Error('no code of the ministry came')
}
