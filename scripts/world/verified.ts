import { madeUpCard } from '@yuming/papers/testing'
import { ApiClient } from './api-client.ts'
import { makeOperator } from './operator.ts'
import { signUp } from './person.ts'

const password = 'a-long-enough-Password-1'

/** Somebody who reviews papers in the world of `folder`. */
export async function makeReviewer(origin: string, folder: string, email: string): Promise<ApiClient> {
  await signUp(origin, email, password, '审核员')
  makeOperator(folder, email, 'reviewer')
  const reviewer = new ApiClient(origin)
  await reviewer.post('auth/sign-in', { email, password })
  return reviewer
}

/** Has an organisation's template verified as people would: consent, photograph, submission, review. */
export async function verifyTemplate(client: ApiClient, reviewer: ApiClient, template: string): Promise<void> {
  await client.post('consents', { purpose: 'identity-papers' })
  const licence = await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer()
  const kept = await client.raw('POST', `templates/${template}/papers/licence`, new Uint8Array(licence), {
    'content-type': 'image/jpeg',
  })
  if (!kept.ok) throw new Error(`keeping a paper answered ${kept.status}`)
  const { number } = await client.post<{ number: string }>(`templates/${template}/submit`)
  const { cases } = await reviewer.get<{ cases: { id: string; number: string }[] }>('operator/reviews')
  const found = cases.find((one) => one.number === number)
  if (!found) throw new Error(`${number} is not in the queue`)
  await reviewer.post(`operator/reviews/${found.id}/decision`, { pass: true })
}
