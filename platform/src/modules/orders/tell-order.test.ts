import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setDeadline } from '../../kernel/deadlines/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { verificationDuty } from '../domains/index.ts'
import { noticesRoutes } from '../notices/index.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { tellEnded } from './tell-order.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(({ clock }) => [
    registrantsRoutes({
      vault: createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random }),
      origin: testOrigin,
    }),
    noticesRoutes,
  ])
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

/** What the account reads when a name was registered; `duty`: its holder has days in which to hand papers in. */
async function told(ascii: string, duty: boolean): Promise<{ zh: string; en: string }> {
  const who = await api.customer()
  const { id: template } = (await who.call('POST', 'v1/templates', { ...person, email: `${ascii}@example.cn` })).body
  const account: string = (await who.call('GET', 'v1/session')).body.account.id
  await api.db.transaction().execute(async (trx) => {
    const context = { trx, clock: api.clock, random }
    if (duty) await setDeadline({ kind: verificationDuty, subject: ascii, opensAt: api.clock.now() }, context)
    await tellEnded(
      { number: 'D20261124001', account, kind: 'register', template, method: 'balance' },
      [
        {
          name: ascii,
          ascii,
          state: 'succeeded',
          failure: null,
          subtotal_fen: 3900,
          refund_to: null,
          expires_at: null,
        },
      ],
      context,
    )
  })
  const { messages } = (await who.call('GET', 'v1/messages')).body
  return messages.find(({ kind }: { kind: string }) => kind === 'order.succeeded').text
}

describe('whoever has registered a name', () => {
  it('is told to verify soon and then to file, where papers are due (S0-02, S0-16, S1-93)', async () => {
    const { zh, en } = await told('due.cn', true)
    expect(zh).toMatch(/尽快进行实名认证.*ICP 备案/)
    expect(en).toMatch(/real-name verification soon.*ICP filing/)
  })

  it('is asked for no papers where the holder is verified, or none are due (S0-15)', async () => {
    const { zh, en } = await told('verified.cn', false)
    expect(zh).toContain('不用再交实名材料')
    expect(zh).toContain('ICP 备案')
    expect(en).not.toContain('verification')
  })
})
