import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { contactCreate, domainCreate, domainInfo, EppPool, tlsConnector } from '@yuming/epp'
import { afterEach, describe, expect, it } from 'vitest'
import type { World } from './world/world.ts'

const main = join(import.meta.dirname, 'main.ts')
const data = mkdtempSync(join(tmpdir(), 'sandbox-'))
const running: ChildProcess[] = []

async function start(...more: string[]) {
  const child = spawn(process.execPath, [main, '--data', data, '--port', '0', ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.push(child)
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const line = await new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve))
  const world = JSON.parse(readFileSync(join(data, 'world.json'), 'utf8')) as World
  return {
    child,
    gone,
    ready: JSON.parse(line) as { ready: boolean; http: string; epp: Record<string, number> },
    world,
  }
}

function poolOf(world: World): EppPool {
  const registry = world.registries.find((one) => one.id === 'general')
  if (!registry) throw new Error('no general registry')
  const [ca, cert, key] = [registry.tls.ca, registry.tls.cert, registry.tls.key].map((path) =>
    readFileSync(path, 'utf8'),
  )
  return new EppPool({
    connect: tlsConnector({ host: registry.host, port: registry.port, servername: 'localhost', ca, cert, key }),
    login: { clID: registry.clientId, pw: registry.password },
    max: 16,
    keepAliveMs: 60_000,
    queryTimeoutMs: 5_000,
    transformTimeoutMs: 5_000,
    now: () => Date.now(),
    random: () => 0.5,
  })
}

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

describe('the process', () => {
  it('keeps through kill -9 everything that was answered', async () => {
    const first = await start()
    expect(first.ready).toMatchObject({ ready: true, http: first.world.http.origin })
    const pool = poolOf(first.world)
    const postal = { type: 'int' as const, name: 'Shanyue', street: ['1 Road'], city: 'Shanghai', cc: 'CN' }
    await pool.send(contactCreate, { id: 'holder-1', postalInfo: [postal], email: 'a@b.cn' }, { clTRID: 'contact-1' })
    const answered: string[] = []
    const sent = Array.from({ length: 400 }, async (_, index) => {
      const name = `kill-${index}.xyz`
      const asked = { name, registrant: 'holder-1', authInfo: { pw: 'x' } }
      await pool.send(domainCreate, asked, { clTRID: `create-${index}` })
      answered.push(name)
      if (answered.length === 100) {
        first.child.kill('SIGKILL')
        void pool.close()
      }
    })
    await Promise.allSettled(sent)
    await first.gone
    expect(answered.length).toBeGreaterThanOrEqual(100)
    const second = await start()
    const again = poolOf(second.world)
    for (const name of answered)
      expect((await again.send(domainInfo, { name }, { clTRID: `info-${name}` })).data?.name).toBe(name)
    await again.close()
    second.child.kill('SIGTERM')
    expect(await second.gone).toBe(0)
  })

  it('leaves when its parent has gone, if asked to', async () => {
    const one = await start('--with-parent')
    one.child.stdin?.end()
    expect(await one.gone).toBe(0)
  })
})
