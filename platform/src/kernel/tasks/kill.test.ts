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
const startWorker = (killAt = '') => {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'testing/worker.ts')], {
    env: { ...process.env, DATABASE_URL: database.url, PARTY_URL: partyUrl, KILL_AT: killAt },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  workers.add(child)
  child.once('exit', () => workers.delete(child))
  return child
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

// Each point is a row: a worker that dies there, one task that it had begun, and what is true once another worker ran.
const points = [
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

describe('a worker that is killed', () => {
  it.each([...points.map((point) => [point, false] as const), ...givingBack.map((point) => [point, true] as const)])(
    'at %s (refused: %s) leaves a task that another ends, with one effect outside',
    { timeout: 15_000 },
    async (point, refuse) => {
      const { id } = await bench.begin('KILL', { refuse })
      const victim = startWorker(`KILL:${point}`)
      const [, signal] = await once(victim, 'exit')
      expect(signal).toBe('SIGKILL')

      const heir = startWorker()
      await bench.becomes(id, refuse ? 'failed' : 'succeeded')
      expect(await commandsOf(id)).toEqual([{ name: refuse ? 'refund' : 'create', times: 1 }])
      expect((await bench.steps(id)).map(([name]) => name)).toEqual(
        refuse ? ['check', 'refund', 'tell'] : ['check', 'create', 'record'],
      )
      expect((await bench.intents(id)).filter(({ state }) => state === 'sent' || state === 'unknown')).toEqual([])
      expect(await bench.task(id)).toMatchObject({ lease_owner: null })
      heir.kill('SIGTERM')
      await once(heir, 'exit')
    },
  )
})
