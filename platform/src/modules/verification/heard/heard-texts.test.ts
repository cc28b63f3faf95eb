import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../../kernel/random.ts'
import { createVault, keyFileService } from '../../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin, type Visitor } from '../../../testing/console-api.ts'
import { temporaryFolder } from '../../../testing/temporary-folder.ts'
import { registrantsRoutes } from '../../registrants/index.ts'
import { paperRoutes, reviewRoutes } from '../index.ts'
import { heardKey } from './heard-key.ts'

let api: TestApi
let reviewer: Visitor
const strange = 'The identity of the holder c-7 failed the review (实名审核不通过): 月球上没有这个地址'

beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const keys = keyFileService(`${temporaryFolder('keys')}/vault.key`)
    const vault = createVault({ keys, clock, random: systemRandom })
    return [
      registrantsRoutes({ vault, origin: testOrigin }),
      paperRoutes({ vault, origin: testOrigin }),
      reviewRoutes({
        vault,
        policy: { fourEyes: false, provider: true },
        names: { find: () => undefined, against: () => [] },
      }),
    ]
  })
  reviewer = await api.operator('reviewer')
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
  email: 'zhang@example.cn',
  certificate: { kind: 'SFZ', number: '11010519491231002X' },
}

let made = 0
/** A case that the provider has refused with these words. */
async function refusedWith(heard: string) {
  const who = await api.customer()
  const template = String((await who.call('POST', 'v1/templates', person)).body.id)
  const account = (await who.call('GET', 'v1/session')).body.account.id
  made += 1
  await api.db
    .insertInto('review_case')
    .values({
      id: systemRandom.uuid(),
      number: `SM-9000${made}`,
      account,
      template,
      axis: 'identity',
      attempt: 1,
      state: 'failed',
      papers: [],
      submitted_at: api.clock.now(),
      due_at: api.clock.now(),
      first_reviewer: null,
      last_reviewer: null,
      decided_at: api.clock.now(),
      remark: null,
      heard,
    })
    .execute()
  return { whyNow: async () => (await who.call('GET', `v1/templates/${template}/verification`)).body.cases[0].why }
}
const list = async (by = reviewer) => (await by.call('GET', 'v1/operator/unheard-texts')).body.texts

describe('words of others that the dictionary does not know (S4-24)', () => {
  it('are one text whatever handle stands before them', () => {
    expect(heardKey(strange)).toBe('月球上没有这个地址')
    expect(heardKey(strange.replace('c-7', 'c-8'))).toBe(heardKey(strange))
    expect(heardKey(' Ｎｏ  such  place ')).toBe('no such place')
  })

  it('are listed for operators, who choose or write a reason; holders read it from then on (S1-171, S4-24)', async () => {
    const { whyNow } = await refusedWith(strange)
    await refusedWith(strange.replace('c-7', 'c-8'))
    await refusedWith('证件号码位数不正确')
    expect(await whyNow()).toEqual([])
    expect(await list()).toMatchObject([{ key: '月球上没有这个地址', from: 'provider', times: 2 }])
    const words = {
      heard: { zh: '地址不存在', en: 'No such address' },
      cause: { zh: '地址不存在', en: 'The address does not exist' },
      remedy: { zh: '写证件上的地址', en: 'Copy the address from the paper' },
      field: 'holder.street',
      path: 'B',
    }
    const { id } = (await reviewer.call('POST', 'v1/operator/reasons', words)).body
    const wrong = await reviewer.call('PUT', 'v1/operator/unheard-texts', { text: strange, reason: 'own-999' })
    expect(wrong.body.code).toBe('verification.reason-unknown')
    expect((await reviewer.call('PUT', 'v1/operator/unheard-texts', { text: strange, reason: id })).status).toBe(204)
    expect(await list()).toEqual([])
    expect(await whyNow()).toEqual([
      { id, cause: words.cause, remedy: words.remedy, field: 'holder.street', path: 'B' },
    ])
    await reviewer.call('PUT', 'v1/operator/unheard-texts', { text: strange, reason: 'rn-number-length' })
    expect(await whyNow()).toMatchObject([{ id: 'rn-number-length', field: 'certificate.number' }])
  })

  it('are for reviewers alone', async () => {
    for (const who of [await api.customer(), await api.operator('finance')]) {
      expect((await who.call('GET', 'v1/operator/unheard-texts')).status).toBe(403)
      expect((await who.call('PUT', 'v1/operator/unheard-texts', { text: 'x', reason: 'own-1' })).status).toBe(403)
    }
    expect((await reviewer.call('PUT', 'v1/operator/unheard-texts', { text: '', reason: '!' })).status).toBe(400)
    expect((await (await api.operator('qualification-reviewer')).call('GET', 'v1/operator/unheard-texts')).status).toBe(
      200,
    )
  })
})
