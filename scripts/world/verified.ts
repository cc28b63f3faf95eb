import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { madeUpCard } from '@yuming/papers/testing'
import { ApiClient } from './api-client.ts'
import { makeOperator } from './operator.ts'
import { makeTemplate, signUp } from './person.ts'
import type { SandboxControls } from './sandbox-controls.ts'

const password = 'a-long-enough-Password-1'
const patienceMs = 30_000
/** Drawn once for all templates of a test file. */
let licence: Promise<Buffer> | undefined

/** Somebody who reviews papers in the world of `folder`. */
export async function makeReviewer(
  origin: string,
  folder: string,
  email: string,
  role: 'reviewer' | 'qualification-reviewer' = 'reviewer',
): Promise<ApiClient> {
  await signUp(origin, email, password, '审核员')
  makeOperator(folder, email, role)
  const reviewer = new ApiClient(origin)
  await reviewer.post('auth/sign-in', { email, password })
  return reviewer
}

/** Hands an organisation's template in as people would: consent, photograph, submission. Returns the number of its review. */
export async function submitTemplate(client: ApiClient, template: string): Promise<string> {
  await client.post('consents', { purpose: 'identity-papers' })
  licence ??= madeUpCard('licence').then((drawn) => drawn.jpeg({ quality: 92 }).toBuffer())
  const kept = await client.raw('POST', `templates/${template}/papers/licence`, new Uint8Array(await licence), {
    'content-type': 'image/jpeg',
  })
  if (!kept.ok) throw new Error(`keeping a paper answered ${kept.status}`)
  return (await client.post<{ number: string }>(`templates/${template}/submit`)).number
}

/** Opens every paper of a case, as whoever decides has to. */
export async function lookAtPapers(reviewer: ApiClient, id: string): Promise<void> {
  const { papers } = await reviewer.get<{ papers: { id: string }[] }>(`operator/reviews/${id}`)
  for (const paper of papers) {
    const { url } = await reviewer.post<{ url: string }>(`operator/reviews/${id}/papers/${paper.id}/views`)
    const shown = await reviewer.raw('GET', url.replace('/v1/', ''))
    if (!shown.ok) throw new Error(`opening a paper answered ${shown.status}`)
    await shown.arrayBuffer()
  }
}

/** Passes a review, or refuses it, as the platform's own reviewer. */
export async function decideReview(
  reviewer: ApiClient,
  number: string,
  decision: { pass: true } | { pass: false; reasons: string[] } = { pass: true },
  axis: 'identity' | 'qualification' = 'identity',
): Promise<void> {
  const { cases } = await reviewer.get<{ cases: { id: string; number: string }[] }>(`operator/reviews?axis=${axis}`)
  const found = cases.find((one) => one.number === number)
  if (!found) throw new Error(`${number} is not in the queue`)
  await lookAtPapers(reviewer, found.id)
  await reviewer.post(`operator/reviews/${found.id}/decision`, decision)
}

/** Has an organisation's template verified as people would, and waits for the provider behind the reviewers. */
export async function verifyTemplate(client: ApiClient, reviewer: ApiClient, template: string): Promise<void> {
  await decideReview(reviewer, await submitTemplate(client, template))
  for (const end = Date.now() + patienceMs; Date.now() < end; await delay(50)) {
    const { identity } = await client.get<{ identity: string }>(`templates/${template}`)
    if (identity === 'verified') return
    if (identity === 'failed') break
  }
  throw new Error('the holder was not verified')
}

const reviewers = new Map<string, Promise<ApiClient>>()

/** Makes a template of an organisation, proves its address and has its holder verified. Returns its id. */
export async function makeVerifiedTemplate(
  { origin, folder }: { readonly origin: string; readonly folder: string },
  { client, sandbox }: { readonly client: ApiClient; readonly sandbox: SandboxControls },
  template: Record<string, unknown>,
): Promise<string> {
  const id = await makeTemplate(client, sandbox, template)
  const reviewer = reviewers.get(folder) ?? makeReviewer(origin, folder, `reviewer-${randomUUID()}@yuming.example`)
  reviewers.set(folder, reviewer)
  await verifyTemplate(client, await reviewer, id)
  return id
}
