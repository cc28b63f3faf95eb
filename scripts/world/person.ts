import { ApiClient } from './api-client.ts'
import { codeFromMail, type SandboxMailbox } from './sandbox-mailbox.ts'

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
    certificate: { kind: 'TYDM', number: '91330106MA2R5XTEA1' },
    default: true,
  }
}

/** Signs a new person up and verifies the address with the code from the mail that arrived. */
export async function signUp(origin: string, email: string, password: string, name: string): Promise<ApiClient> {
  const client = new ApiClient(origin)
  await client.post('auth/sign-up', { email, password, name })
  return client
}

/** Makes a holder template and verifies its address with the code that the mailbox received. */
export async function makeTemplate(client: ApiClient, mailbox: SandboxMailbox, template: Record<string, unknown>): Promise<string> {
  const made = await client.post<{ id: string; emailVerified: boolean }>('templates', template)
  if (made.emailVerified) return made.id
  const mail = await mailbox.wait(String(template.email), (text) => codeFromMail(text) !== undefined)
  await client.post('email-verifications', { templateId: made.id, code: codeFromMail(mail) })
  return made.id
}
