import type { Desk } from './desk.ts'
import type { Customer } from './register.ts'

/** Where the sites of these journeys are. */
export const serverAddress = '203.0.113.20'

/** A server that the hoster says is the customer's, and the service number that the customer applies for with it. */
export async function applyForServiceNumber({ products }: Desk, { page }: Customer): Promise<string> {
  await page.goto('/service-numbers')
  const account = await page.getByText('你的账号编号').locator('code').textContent()
  const server = {
    owner: account,
    id: `i-${account}`,
    kind: 'cloud-server',
    name: '云服务器',
    region: 'mainland',
    billing: 'prepaid',
    months: 3,
    publicIp: true,
    ips: [serverAddress],
    endsOn: '2029-06-30',
  }
  await products.post('operator/hosting-products', { products: [server] })
  await page.reload()
  await page.getByRole('button', { name: '申请服务号' }).click()
  const row = page.getByRole('table', { name: '我的服务号' }).getByRole('row').nth(1)
  return (await row.locator('code').textContent()) ?? ''
}
