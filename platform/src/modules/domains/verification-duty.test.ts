import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestApi, testApi, testOrigin } from '../../testing/console-api.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { noticesRoutes } from '../notices/index.ts'
import { registrantsRoutes } from '../registrants/index.ts'
import { keepVerificationDuty, verificationDuty } from './index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(({ clock }) => {
    const vault = createVault({ keys: keyFileService(`${temporaryFolder('keys')}/vault.key`), clock, random })
    return [registrantsRoutes({ vault, origin: testOrigin }), noticesRoutes]
  })
})
afterAll(() => api.close())

/** What the holder of a name with these statuses is told when the five days are over, and whether we hold it. */
async function over(name: string, status: string) {
  const who = await api.customer()
  const { id } = (
    await who.call('POST', 'v1/templates', {
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
    })
  ).body
  const account = (await who.call('GET', 'v1/session')).body.account.id
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at,
       expires_at, statuses, auth_info, auto_renew)
     values (gen_random_uuid(), $1, $2, $2, $2, 'cn', 'cn', $3, 'person', $4, $5, $6, '\\x00', false)`,
    [account, name, id, new Date('2026-11-19T02:00:00Z'), new Date('2027-11-19T02:00:00Z'), [status]],
  )
  const payload = { due: '2026-11-24T02:00:00.000Z' }
  const at = api.clock.now()
  await api.db
    .transaction()
    .execute((trx) =>
      keepVerificationDuty(
        { kind: verificationDuty, subject: name, opensAt: at, closesAt: at, payload, late: false },
        { trx, clock: api.clock, random, log: api.app.log as never, actor: { kind: 'system', name: 'test' } },
      ),
    )
  const { rows } = await api.pool.query("select input from task where kind = 'DOMAIN_STATUS' and subject = $1", [name])
  const { messages } = (await who.call('GET', 'v1/messages')).body
  return { held: rows.length === 1, text: String(messages[0]?.text.zh) }
}

describe('when the five days are over (S1-54)', () => {
  it('a name that its registry holds is told so, and gets no hold of ours', async () => {
    const { held, text } = await over('registry-held.cn', 'serverHold')
    expect(held).toBe(false)
    expect(text).toContain('注册局已停止它的解析')
    expect(text).toContain('由注册局恢复')
  })

  it('a name that its registry lets resolve is held by us, and told so', async () => {
    const { held, text } = await over('ours-held.cn', 'ok')
    expect(held).toBe(true)
    expect(text).toContain('我们已停止它的解析')
    expect(text).not.toContain('注册局')
  })
})
