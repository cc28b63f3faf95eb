import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { domainCheck, domainCreate, EppPool, elementsOf, namespaces, tlsConnector } from '@yuming/epp'
import { startProcess } from '../scripts/world/child-process.ts'
import type { Bench } from './figures.ts'

const namestore = elementsOf(namespaces.namestoreExt)
const com = [namestore('namestoreExt', [namestore('subProduct', 'COM')])]

/** The client over four connections against the sandbox's thin registry, each in a process of its own. */
export const benchEpp: Bench = async ({ quick, say }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuming-bench-'))
  const sandbox = await startProcess(
    'sandbox/src/main.ts',
    ['--data', folder, '--port', '0', '--epp-port', '0', '--smtp-port', '0'],
    { name: 'the sandbox', env: {}, logFile: path.join(folder, 'log') },
  )
  try {
    const world = JSON.parse(readFileSync(path.join(folder, 'world.json'), 'utf8')) as {
      registries: {
        id: string
        host: string
        port: number
        clientId: string
        password: string
        tls: Record<'ca' | 'cert' | 'key', string>
      }[]
    }
    const registry = world.registries.find(({ id }) => id === 'thin')
    if (!registry) throw new Error('the sandbox has no thin registry')
    const pem = (file: string) => readFileSync(file, 'utf8')
    const pool = new EppPool({
      connect: tlsConnector({
        host: registry.host,
        port: registry.port,
        ca: pem(registry.tls.ca),
        cert: pem(registry.tls.cert),
        key: pem(registry.tls.key),
      }),
      login: { clID: registry.clientId, pw: registry.password },
      max: 4,
      minWarm: 4,
      keepAliveMs: 60_000,
      queryTimeoutMs: 10_000,
      transformTimeoutMs: 10_000,
      now: () => performance.now(),
      random: Math.random,
    })
    await pool.warm()
    let n = 0
    const check = () =>
      pool.send(domainCheck, { names: [`bench-${++n}.com`] }, { clTRID: `bench-${n}`, extensions: com })
    const create = () =>
      pool.send(
        domainCreate,
        { name: `bench-${++n}.com`, period: { value: 1, unit: 'y' }, authInfo: { pw: 'bench-Password-1' } },
        { clTRID: `bench-${n}`, extensions: com },
      )
    const seconds = quick ? 4 : 15
    await during(2, check)
    const before = pool.stats()
    say(`checks for ${seconds} s …`)
    const checks = await during(seconds, check)
    const after = pool.stats()
    say(`creates for ${seconds} s …`)
    const creates = await during(seconds, create)
    await pool.close()
    return [
      { key: 'checksPerSecond', value: checks, unit: '/s' },
      { key: 'createsPerSecond', value: creates, unit: '/s' },
      {
        key: 'parsingPercent',
        value: ((after.parsingMs - before.parsingMs) / (seconds * 1_000)) * 100,
        unit: '%',
        note: 'of one core, reading answers to checks',
      },
    ]
  } finally {
    await sandbox.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Eight callers at once, two for each connection: the next command waits while an answer is read. */
async function during(seconds: number, once: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  const end = started + seconds * 1_000
  let count = 0
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() < end) {
        await once()
        count++
      }
    }),
  )
  return count / ((performance.now() - started) / 1_000)
}
