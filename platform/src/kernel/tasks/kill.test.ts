import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { taskBench } from './testing/bench.ts'

let database: TestDatabase
let bench: ReturnType<typeof taskBench>
let partyUrl = ''

// The party does what it is told once for each transaction id, and remembers it, as a registry does.
const applied = new Map<string, { name: string; times: number }>()
const party = createServer(async (request, response) => {
  const trid = request.url?.slice(1) ?? ''
  if (request.method === 'GET') {
    response.writeHead(applied.has(trid) ? 200 : 404).end(JSON.stringify({ roid: trid }))
    return
  }
  const { name, refuse } = JSON.parse(await text(request)) as { name: string; refuse: boolean }
  if (refuse) {
    response.writeHead(409).end()
    return
  }
  applied.set(trid, { name, times: (applied.get(trid)?.times ?? 0) + 1 })
  response.writeHead(200).end(JSON.stringify({ roid: trid }))
})

const workers = new Set<ChildProcess>()
const startWorker = (kinds: readonly string[], killAt = '') => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'testing/worker.ts')], {
    env: { ...process.env, DATABASE_URL: database.url, PARTY_URL: partyUrl, KINDS: kinds.join(), KILL_AT: killAt },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  workers.add(child)
  child.once('exit', () => workers.delete(child))
  return child
}

const forward = [
  'check:before',
  'check:within',
  'create:before',
  'create:prepared',
  'create:sent',
  'create:answered',
  'create:within',
  'create:after',
  'record:before',
  'record:within',
  'record:after',
]
const givingBack = [
  'create:prepared',
  'refund:before',
  'refund:prepared',
  'refund:sent',
  'refund:answered',
  'refund:within',
  'tell:before',
  'tell:within',
  'tell:after',
]
// A kind of its own for each, so that no victim takes up what another left.
const victims = [
  ...forward.map((point) => ({ point, refuse: false })),
  ...givingBack.map((point) => ({ point, refuse: true })),
].map((victim, n) => ({ ...victim, kind: `KILL_${n}` }))
const tasks = new Map<string, string>()

async function kill({ kind, point, refuse }: (typeof victims)[number]): Promise<void> {
  tasks.set(kind, (await bench.begin(kind, { refuse })).id)
  const [, signal] = await once(startWorker([kind], `${kind}:${point}`), 'exit')
  expect(signal).toBe('SIGKILL')
}

beforeAll(async () => {
  database = await testDatabase()
  bench = taskBench(database)
  party.listen(0, '127.0.0.1')
  await once(party, 'listening')
  partyUrl = `http://127.0.0.1:${(party.address() as AddressInfo).port}`
})
afterAll(async () => {
  for (const child of workers) child.kill('SIGKILL')
  party.closeAllConnections()
  party.close()
  await database.drop()
})

const commandsOf = async (id: string) => {
  const trids = (await bench.intents(id)).map(({ trid }) => trid)
  return trids.flatMap((trid) => applied.get(trid) ?? [])
}

describe('a worker that is killed', () => {
  // The leases of the dead last for ten minutes more: the heir takes their tasks because their sessions are gone.
  beforeAll(async () => {
    for (let n = 0; n < victims.length; n += 4) await Promise.all(victims.slice(n, n + 4).map(kill))
    startWorker(victims.map(({ kind }) => kind))
  })

  it.each(victims)(
    'at $point (refused: $refuse) leaves a task that another ends, with one effect outside',
    async ({ kind, refuse }) => {
      const id = tasks.get(kind) ?? ''
      await bench.becomes(id, refuse ? 'failed' : 'succeeded')
      expect(await commandsOf(id)).toEqual([{ name: refuse ? 'refund' : 'create', times: 1 }])
      expect((await bench.steps(id)).map(([name]) => name)).toEqual(
        refuse ? ['check', 'refund', 'tell'] : ['check', 'create', 'record'],
      )
      expect((await bench.intents(id)).filter(({ state }) => state === 'sent' || state === 'unknown')).toEqual([])
      expect(await bench.task(id)).toMatchObject({ lease_owner: null })
    },
  )
})
