import { setTimeout as delay } from 'node:timers/promises'
import type { ApiClient } from '../world/api-client.ts'
import { organisationTemplate, signUp, topUp } from '../world/person.ts'
import { SandboxControls } from '../world/sandbox-controls.ts'
import type { World } from '../world/start-world.ts'
import { makeVerifiedTemplate } from '../world/verified.ts'

export interface LikeData {
  readonly client: ApiClient
  /** An order of several names, one of which is still on its way. */
  readonly order: string
}

const email = 'beside@yuming.example'
/** Names of the drawings that are registered before the pictures are taken. */
const owned = ['shanyuecha.com.cn', 'shanyueji.com', '茶山初雪.cn', '临安山月.中国', 'shanyue-tea.com', '青梧文化.公司']
/** Long enough for all pictures of its page. */
const silenceMs = 120_000

/** The shop of the drawings, as far as this platform can have it: made by its own API, like anybody's. */
export async function makeLikeData(world: World): Promise<LikeData> {
  const sandbox = new SandboxControls(world.sandboxOrigin)
  const client = await signUp(world.origin, email, 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 5_000_000)
  const templateId = await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email))
  const place = async (names: readonly string[], years = 1) => {
    const { number } = await client.post<{ number: string }>('orders', {
      lines: names.map((name) => ({ name, years })),
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    })
    await client.post(`orders/${number}/pay`, { method: 'balance' })
    return number
  }
  await ended(client, await place(owned))
  await sandbox.fault('cn', { kind: 'delay', times: 1, verb: 'domain:create', delayMs: silenceMs })
  const order = await place(['山月茶业.cn', 'shanyuechaye.cn', '山月茶叶.中国'])
  for (const name of ['山月茶.cn', '山月茶.中国']) await client.put(`list/${encodeURIComponent(name)}`, { years: 1 })
  await delay(2_000)
  return { client, order }
}

async function ended(client: ApiClient, number: string): Promise<void> {
  await client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
}
