import type { ApiClient } from './api-client.ts'
import { makeTemplate, organisationTemplate } from './person.ts'
import type { SandboxControls } from './sandbox-controls.ts'
import { decideReview, makeReviewer, submitTemplate } from './verified.ts'
import { letVerifyAfter } from './verify-after.ts'

const refusals = 3

/**
 * A name whose holder is refused three times over, and the ticket that its customer then opens. Returns the ticket's number.
 * @param name under a suffix that nobody else in this world has made to be verified afterwards
 */
export async function makeTicket(
  world: { readonly origin: string; readonly folder: string },
  { client, sandbox }: { readonly client: ApiClient; readonly sandbox: SandboxControls },
  { name, email }: { readonly name: string; readonly email: string },
): Promise<string> {
  const suffix = name.slice(name.indexOf('.') + 1)
  await letVerifyAfter(world, [suffix])
  const reviewer = await makeReviewer(world.origin, world.folder, `refuses-${suffix}@yuming.example`)
  const template = await makeTemplate(client, sandbox, {
    ...organisationTemplate(email),
    name: { zh: '杭州山月文化有限公司', en: 'Hangzhou Shanyue Culture Co., Ltd.' },
    default: false,
  })
  const { number } = await client.post<{ number: string }>('orders', {
    lines: [{ name, years: 1 }],
    holderType: 'organisation',
    templateId: template,
    termsAccepted: true,
  })
  await client.post(`orders/${number}/pay`, { method: 'balance' })
  await client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
  for (let refused = 0; refused < refusals; refused++)
    await decideReview(reviewer, await submitTemplate(client, template), { pass: false, reasons: ['rn-incomplete'] })
  const ticket = { domain: name, text: '三次都说缺边框，请帮忙看看' }
  return (await client.post<{ number: string }>('tickets', ticket)).number
}
