import { madeUpCard } from '@yuming/papers/testing'
import { systemRandom } from '../kernel/random.ts'
import { createVault, keyFileService } from '../kernel/vault/index.ts'
import { registrantsRoutes } from '../modules/registrants/index.ts'
import { consentRoutes, paperRoutes, reviewRoutes } from '../modules/verification/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from './console-api.ts'
import { temporaryFolder } from './temporary-folder.ts'

interface Answered {
  readonly status: number
  readonly body: ReturnType<typeof JSON.parse>
}

/** The real API with what a holder and a reviewer do at it. */
export interface VerificationDesk {
  readonly api: TestApi
  /** A good photograph of an identity card. */
  readonly idCard: Buffer
  readonly reviewer: Visitor
  /** Somebody with one unverified template, a person's. */
  holder(): Promise<{ who: Visitor; id: string }>
  send(who: Visitor, path: string, picture: Uint8Array): Promise<Answered>
  agree(who: Visitor): Promise<Answered>
  stateOf(who: Visitor, id: string): Promise<Answered['body']>
  /** A holder whose papers wait for a reviewer. */
  submitted(): Promise<{ who: Visitor; id: string; number: string }>
  caseOf(number: string, by?: Visitor): Promise<string>
  /** Decides without a look at the papers. */
  press(id: string, body: object, by?: Visitor): Promise<Answered>
  lookAt(id: string, by?: Visitor): Promise<void>
  decide(id: string, body: object, by?: Visitor): Promise<Answered>
}

/** What a person declares of themselves. */
export const person = {
  holderType: 'person',
  name: { zh: '张三' },
  region: 'CN',
  province: { zh: '广东省' },
  city: { zh: '深圳市' },
  street: { zh: '科技园一路1号' },
  postcode: '518000',
  phone: '+86.13800000000',
  email: 'zhang@example.cn',
  certificate: { kind: 'SFZ', number: '11010519491231002X' },
}

export async function verificationDesk({ fourEyes = false } = {}): Promise<VerificationDesk> {
  const api = await testApi(({ clock }) => {
    const keys = keyFileService(`${temporaryFolder('keys')}/vault.key`)
    const vault = createVault({ keys, clock, random: systemRandom })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      paperRoutes({ vault, origin: testOrigin }),
      consentRoutes({ vault, recipients: [{ role: 'provider', name: { zh: '核验机构', en: 'Provider' } }] }),
      reviewRoutes({
        vault,
        policy: { fourEyes, provider: false },
        names: { find: () => undefined, against: () => [] },
      }),
    ]
  })
  const idCard = await (await madeUpCard('id-front')).jpeg({ quality: 92 }).toBuffer()
  const reviewer = await api.operator('reviewer')
  const desk: VerificationDesk = {
    api,
    idCard,
    reviewer,
    async holder() {
      const who = await api.customer()
      const { id } = (await who.call('POST', 'v1/templates', person)).body
      return { who, id }
    },
    async send(who, path, picture) {
      const response = await fetch(`${api.address}/${path}`, {
        method: 'POST',
        headers: { 'x-yuming': '1', cookie: who.cookie(), 'content-type': 'image/jpeg' },
        body: new Uint8Array(picture),
      })
      return { status: response.status, body: (await response.json()) as Answered['body'] }
    },
    agree: (who) => who.call('POST', 'v1/consents', { purpose: 'identity-papers' }),
    stateOf: async (who, id) => (await who.call('GET', `v1/templates/${id}/verification`)).body,
    async submitted() {
      const { who, id } = await desk.holder()
      await desk.agree(who)
      const { status } = await desk.send(who, `v1/templates/${id}/papers/id-front`, idCard)
      if (status !== 201) throw new Error(`a photograph was answered with ${status}`)
      const { number } = (await who.call('POST', `v1/templates/${id}/submit`)).body
      return { who, id, number: String(number) }
    },
    async caseOf(number, by = reviewer) {
      const { cases } = (await by.call('GET', 'v1/operator/reviews')).body
      return cases.find((one: { number: string }) => one.number === number)?.id
    },
    press: (id, body, by = reviewer) => by.call('POST', `v1/operator/reviews/${id}/decision`, body),
    async lookAt(id, by = reviewer) {
      const { papers } = (await by.call('GET', `v1/operator/reviews/${id}`)).body
      for (const paper of papers ?? []) {
        const { url } = (await by.call('POST', `v1/operator/reviews/${id}/papers/${paper.id}/views`)).body
        await fetch(`${api.address}${url}`, { headers: { cookie: by.cookie() } })
      }
    },
    async decide(id, body, by = reviewer) {
      await desk.lookAt(id, by)
      return desk.press(id, body, by)
    },
  }
  return desk
}
