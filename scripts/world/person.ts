import { ApiClient } from './api-client.ts'
import { codeIn, type SandboxControls } from './sandbox-controls.ts'

/** A made-up organisation's template; names and numbers are invented, the credit code has a true check digit. */
export function organisationTemplate(email: string): Record<string, unknown> {
  return {
    holderType: 'organisation',
    name: { zh: '杭州山月茶业有限公司', en: 'Hangzhou Shanyue Tea Co., Ltd.' },
    contact: { zh: '沈知行', en: 'Shen Zhixing' },
    region: 'CN',
    province: { zh: '浙江省', en: 'Zhejiang' },
    city: { zh: '杭州市', en: 'Hangzhou' },
    street: { zh: '西湖区龙井路一号', en: '1 Longjing Road, Xihu District' },
    postcode: '310013',
    phone: '+86.13800010002',
    email,
    certificate: { kind: 'TYDM', number: '91330106MA2R5XTEA9' },
    default: true,
  }
}

/** Signs a new person up; the client is signed in afterwards. */
export async function signUp(origin: string, email: string, password: string, name: string): Promise<ApiClient> {
  const client = new ApiClient(origin)
  await client.post('auth/sign-up', { email, password, name })
  return client
}

/** Makes a holder template and verifies its address with the code of the mail that arrived. Returns its id. */
export async function makeTemplate(
  client: ApiClient,
  sandbox: SandboxControls,
  template: Record<string, unknown>,
): Promise<string> {
  const made = await client.post<{ id: string; emailVerified: boolean }>('templates', template)
  if (made.emailVerified) return made.id
  const mail = await sandbox.mail(String(template.email), (text) => codeIn(text) !== undefined)
  await client.post('email-verifications', { templateId: made.id, code: codeIn(mail) })
  return made.id
}

/** Puts money on the balance through the payment channel, as a payer would, and waits until it has arrived. */
export async function topUp(client: ApiClient, sandbox: SandboxControls, amountFen: number): Promise<void> {
  const before = (await client.get<{ balanceFen: number }>('balance')).balanceFen
  const { outTradeNo } = await client.post<{ outTradeNo: string }>('balance/top-ups', { amountFen, method: 'alipay' })
  await sandbox.pay(outTradeNo)
  for (let tries = 0; tries < 100; tries++) {
    if ((await client.get<{ balanceFen: number }>('balance')).balanceFen >= before + amountFen) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the payment did not arrive within ten seconds')
}
