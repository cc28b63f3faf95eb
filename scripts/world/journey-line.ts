import { ApiClient } from './api-client.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import type { RegistryParty } from './platform-configuration.ts'
import { type RegistryAnswer, registryInfo } from './registry-info.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

interface OrderView {
  readonly number: string
  readonly state: string
  readonly lines: readonly {
    readonly name: string
    readonly ascii: string
    readonly task: string | null
    readonly detail: { readonly zh: string }
  }[]
}

export interface JourneyResult {
  readonly order?: { number: string; state: string }
  readonly task?: unknown
  readonly domain?: { name: string; ascii: string; expiresOn: string }
  /** The registry's own answer to `domain:info`, asked by EPP at the registry and not at the platform. */
  readonly registry?: RegistryAnswer
  readonly ms: Record<string, number>
  /** Why the name is not ours, in a sentence. */
  readonly error?: string
}

/** One person, one name: from the search box to the registry's own confirmation, by the public API only. */
export async function registerOne(
  world: World,
  wanted: { label: string; suffix: string; frames?: string | undefined; say: (text: string) => void },
): Promise<JourneyResult> {
  const { say } = wanted
  const ms: Record<string, number> = {}
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const result = await work()
    ms[step] = Math.round(performance.now() - started)
    say(`${step}: ${ms[step]} ms`)
    return result
  }
  const sandbox = new SandboxControls(world.sandboxOrigin)
  const email = 'journey@yuming.example'

  const row = await timed('search', () => searchOne(new ApiClient(world.origin), wanted))
  if (row.state !== 'free' && row.state !== 'conditional') {
    return { ms, error: `${row.name} cannot be registered: it is ${row.state}` }
  }
  const client = await timed('sign-up', () => signUp(world.origin, email, 'a-long-enough-Password-1', '旅人'))
  const templateId = await timed('template', () =>
    makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(email)),
  )
  await timed('top-up', () => topUp(client, sandbox, 1_000_000))
  await timed('list', () => client.put(`list/${row.ascii}`, { years: 1 }))
  const line = { lines: [{ name: row.ascii, years: 1 }], holderType: 'organisation', templateId, termsAccepted: true }
  const quote = await timed('confirm', () => client.post<{ totalFen: number }>('orders', { ...line, dryRun: true }))
  const placed = await timed('order', () =>
    client.post<OrderView>('orders', { ...line, expectedTotalFen: quote.totalFen }),
  )
  await timed('pay', () => client.post(`orders/${placed.number}/pay`, { method: 'balance' }))
  const order = await timed('register', () => endOfOrder(client, placed.number))
  const task = await client.get(`tasks/${order.lines[0]?.task}`)
  if (order.state !== 'succeeded') {
    const error = `the order ended as ${order.state}: ${order.lines[0]?.detail.zh}`
    return { order: { number: order.number, state: order.state }, task, ms, error }
  }
  const page = await client.get<{ items: { name: string; ascii: string; expiresOn: string }[] }>('domains')
  const domain = page.items.find(({ ascii }) => ascii === row.ascii)
  const registry = await timed('info', () => registryInfo(registryOf(world, row.ascii), row.ascii, wanted.frames))
  return {
    order: { number: order.number, state: order.state },
    task,
    ...(domain ? { domain } : {}),
    registry,
    ms,
    ...(registry.ours
      ? {}
      : { error: `the registry does not confirm ${row.name}: ${registry.code} ${registry.message}` }),
  }
}

async function searchOne(client: ApiClient, { label, suffix }: { label: string; suffix: string }) {
  const found = await client.get<{
    rows: { name: string; ascii: string; state: string; suffix: string }[]
    findings: { message: { zh: string; en: string } }[]
  }>(`search?q=${encodeURIComponent(label)}&suffixes=${encodeURIComponent(suffix)}`)
  const row = found.rows.find((candidate) => candidate.suffix === suffix)
  if (!row) throw new Error(found.findings.map(({ message }) => message.en).join('; ') || `.${suffix} is not sold here`)
  return row
}

async function endOfOrder(client: ApiClient, number: string): Promise<OrderView> {
  let last: OrderView | undefined
  await client.events(`orders/${number}`, (_, data) => {
    last = data as OrderView
    return !['awaiting-payment', 'processing'].includes(last.state)
  })
  if (!last) throw new Error('the order was never told')
  return last
}

function registryOf(world: World, ascii: string): RegistryParty {
  const toAscii = (suffix: string) => new URL(`http://x.${suffix}`).hostname.slice(2)
  const found = world.sandboxWorld.registries.find(({ suffixes }) =>
    suffixes
      .map(toAscii)
      .some((suffix) => ascii.endsWith(`.${suffix}`) && !ascii.slice(0, -suffix.length - 1).includes('.')),
  )
  if (!found) throw new Error(`no registry has the suffix of ${ascii}`)
  return found
}
