import { setTimeout as delay } from 'node:timers/promises'
import { madeUpCard } from '@yuming/papers/testing'
import type { ApiClient } from '../api-client.ts'
import { passFirstReview } from '../file-site.ts'
import { organisationTemplate, signUp } from '../person.ts'
import { makeVerifiedTemplate } from '../verified.ts'
import type { Stage } from './stage.ts'

const patienceMs = 40_000

/** An order that no interface carries: it is to be entered by hand, taken back, and handed in again. */
export interface ChaosEntry {
  submit(): Promise<void>
  /** It waits for an operator, or is with its owner; else what is wrong. */
  end(): Promise<string[]>
}

/** An App of a company of its own: one account has one subject. */
export async function openEntry(stage: Stage): Promise<ChaosEntry> {
  const { world, sandbox, reviewer } = stage
  const email = 'chaos-app@yuming.example'
  const client = await signUp(world.origin, email, 'a-long-enough-Password-1', '混沌的App')
  const holder = {
    ...organisationTemplate(email),
    name: { zh: '杭州海风茶业有限公司', en: 'Hangzhou Haifeng Tea Co., Ltd.' },
    certificate: { kind: 'TYDM', number: '91350100M000100Y43' },
  }
  const template = await makeVerifiedTemplate(world, { client, sandbox }, holder)
  const { number } = await client.post<{ number: string }>('filings', {
    wish: 'file',
    template,
    kind: 'app',
    // Of a unified credit code the interface cannot be asked whether it is filed.
    stated: { subjectFiled: false },
  })
  await fileApp(client, number, email)
  const state = async () => (await client.get<{ state: string }>(`filings/${number}`)).state

  return {
    async submit() {
      await becomes(async () => (await state()) !== 'ready')
      if (!/draft|returned/.test(await state())) await client.post(`filings/${number}/withdrawal`)
      await client.post(`filings/${number}/submission`)
      await passFirstReview({ client, reviewer }, number, { clothes: '#3d5a40' })
    },
    async end() {
      const now = await state()
      return now === 'ready' ? [`${number} came to no operator`] : []
    },
  }
}

async function fileApp(client: ApiClient, number: string, email: string): Promise<void> {
  const { draft } = await client.get<{ draft: { subject: Record<string, unknown>; services: { key: string }[] } }>(
    `filings/${number}`,
  )
  const [service] = draft.services
  const address = '浙江省杭州市西湖区龙井路8号'
  const platform = {
    platform: 'android',
    packageId: 'cn.haifeng.tea',
    publicKey: 'a1b2c3d4',
    fingerprint: 'ab'.repeat(16),
  }
  await client.put(`filings/${number}/draft/services`, {
    services: [
      {
        key: service?.key,
        kind: 'app',
        name: '海风茶业',
        content: 'web-application',
        languages: ['zh'],
        preApprovals: [],
        app: { platforms: [platform] },
      },
    ],
  })
  await client.put(`filings/${number}/draft/access`, {
    access: [
      {
        service: service?.key,
        access: [{ product: 'cloud-server', ips: ['203.0.113.12'], mode: 'cloud', place: '浙江省' }],
      },
    ],
  })
  await client.put(`filings/${number}/draft/subject`, {
    subject: {
      ...draft.subject,
      region: { province: '浙江省', city: '杭州市', county: '西湖区' },
      nature: 'enterprise',
      certificate: { ...(draft.subject.certificate as object), address },
      correspondenceAddress: address,
      investor: '海风控股',
      principal: {
        name: '沈知行',
        certificate: { kind: 'cn-resident-id', number: '440524198801010011' },
        phone: '13800017719',
        emergencyPhone: '13900010013',
        officePhone: '0571-88888889',
        email,
        legalRepresentative: true,
      },
    },
  })
  await client.put(`filings/${number}/draft/consent`, { consent: true })
  const kinds = ['subject-certificate', 'principal-front', 'principal-back', 'verification-form', 'app-icon'] as const
  for (const kind of kinds) {
    const icon = kind === 'app-icon'
    const card = await madeUpCard(kind.startsWith('principal') ? 'id-front' : 'licence')
    const shown = icon ? card.resize(256, 256, { fit: 'cover' }) : card
    const path = `filings/${number}/papers/${kind}${icon ? `?service=${service?.key}` : ''}`
    const bytes = new Uint8Array(await shown.jpeg({ quality: icon ? 80 : 92 }).toBuffer())
    const kept = await client.raw('POST', path, bytes, { 'content-type': 'image/jpeg' })
    if (kept.status !== 201) throw new Error(`${kind} answered ${kept.status} ${await kept.text()}`)
  }
}

async function becomes(is: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await delay(200)) if (await is()) return
  throw new Error('the order to be entered by hand does not come on')
}
