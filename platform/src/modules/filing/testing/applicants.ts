import { randomUUID } from 'node:crypto'
import type { TestApi, Visitor } from '../../../testing/console-api.ts'

/** Numbers of nobody: valid by their check digits. */
export const personNumbers = [
  '440308198503150031',
  '440308199001010017',
  '440524198801010011',
  '440308199102030076',
  '440308199203040089',
]

/** A template of the visitor's account whose holder is verified. */
export async function verifiedPerson(api: TestApi, who: Visitor, which = 0): Promise<string> {
  const made = await who.call('POST', 'v1/templates', {
    holderType: 'person',
    name: { zh: '张三' },
    region: 'CN',
    province: { zh: '广东省' },
    city: { zh: '深圳市' },
    street: { zh: '科技园一路1号' },
    postcode: '518000',
    phone: '+86.13800000000',
    email: 'zhang@example.cn',
    certificate: { kind: 'SFZ', number: personNumbers[which] },
  })
  if (made.status !== 201) throw new Error(`the template answered ${made.status} ${JSON.stringify(made.body)}`)
  await api.pool.query("update registrant_template set identity = 'verified', verified_at = $2 where id = $1", [
    made.body.id,
    new Date('2026-11-01T02:00:00Z'),
  ])
  return made.body.id
}

/** A name of the visitor's account, registered with that holder. */
export async function registeredName(api: TestApi, who: Visitor, template: string): Promise<string> {
  const account = (await who.call('GET', 'v1/session')).body.account.id
  const name = `t-${randomUUID().slice(0, 8)}.top`
  await api.pool.query(
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at, expires_at,
       statuses, auth_info, auto_renew)
     values (gen_random_uuid(), $1, $2, $2, $2, 'top', 'general', $3, 'person', $4, $5, '{ok}', '\\x00', false)`,
    [account, name, template, new Date('2026-10-20T00:00:00Z'), new Date('2027-10-20T00:00:00Z')],
  )
  return name
}

export const principal = {
  name: '李四',
  certificate: { kind: 'cn-resident-id', number: '440308199001010017' },
  phone: '13900000000',
  email: 'li@example.cn',
}
