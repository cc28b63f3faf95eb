import type { ApiClient } from '../../scripts/world/api-client.ts'
import { organisationTemplate, signUp, topUp } from '../../scripts/world/person.ts'
import { makeVerifiedTemplate } from '../../scripts/world/verified.ts'
import { folder, origin, password, sandbox } from './place.ts'

/** A company whose site was filed through us before this platform was: the bureau has it, and no account here. */
export async function makeClaimable({
  email,
  domain,
  phone,
}: {
  email: string
  domain: string
  phone: string
}): Promise<{
  readonly client: ApiClient
  readonly number: string
}> {
  const client = await signUp(origin, email, password, '海风茶业')
  await topUp(client, sandbox, 100_000)
  const holder = {
    ...organisationTemplate(email),
    name: { zh: '杭州海风茶业有限公司', en: 'Hangzhou Haifeng Tea Co., Ltd.' },
    certificate: { kind: 'TYDM', number: '91350100M000100Y43' },
  }
  const templateId = await makeVerifiedTemplate({ origin, folder }, { client, sandbox }, holder)
  const order = await client.post<{ number: string }>('orders', {
    lines: [{ name: domain, years: 1 }],
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
  })
  await client.post(`orders/${order.number}/pay`, { method: 'balance' })
  await client.events(`orders/${order.number}`, (_, data) => (data as { state: string }).state === 'succeeded')
  const planted = await sandbox.call<{ services: string[] }>('POST', 'bureaus/330000/filings', {
    provider: 'ours',
    subject: {
      name: '杭州海风茶业有限公司',
      nature: 4,
      certificate: { kind: 1, number: '91350100M000100Y43', address: '浙江省杭州市西湖区龙井路8号' },
      principal: '沈知行',
      mobile: phone,
    },
    services: [
      { name: '山月茶业官方展示', domain, ip: '203.0.113.10' },
      { name: '海风茶业客户服务', domain: `service-of-${domain}`, ip: '203.0.113.10' },
    ],
  })
  return { client, number: planted.services[0] ?? '' }
}
