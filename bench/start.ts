import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { startWorld } from '../scripts/world/start-world.ts'
import type { Bench } from './figures.ts'
import { databaseMegabytesOf, megabytesOf } from './memory.ts'

/** `npm start` to its address on the screen, on a fresh data folder and on a used one (packages installed, console built); memory at rest. */
export const benchStart: Bench = async ({ quick, say }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuming-bench-'))
  try {
    await once(folder)
    rmSync(folder, { recursive: true, force: true })
    say('first start …')
    const first = await once(folder)
    say('later starts …')
    const later: number[] = []
    for (let n = 0; n < (quick ? 3 : 5); n++) later.push(await once(folder))
    later.sort((a, b) => a - b)
    const rest = await atRest(folder, quick ? 5_000 : 15_000)
    return [
      { key: 'firstStartSeconds', value: first, unit: 's', note: 'includes making the demo accounts' },
      { key: 'laterStartSeconds', value: later[Math.floor(later.length / 2)] ?? Number.NaN, unit: 's', note: 'median' },
      { key: 'restMegabytes', value: rest.platform, unit: 'MB', note: 'platform process' },
      { key: 'sandboxRestMegabytes', value: rest.sandbox, unit: 'MB' },
      { key: 'databaseRestMegabytes', value: rest.database, unit: 'MB', note: 'all its processes, shared pages once' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function once(folder: string): Promise<number> {
  const started = performance.now()
  const child = spawn('npm', ['start', '--silent', '--', '--data', folder, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`npm start ended (${code})`))),
  )
  ended.catch(() => {})
  const seconds = await Promise.race([
    ended,
    new Promise<number>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.includes('http://')) resolve((performance.now() - started) / 1_000)
      })
    }),
  ])
  if (child.pid) process.kill(-child.pid, 'SIGTERM')
  await ended.catch(() => {})
  await delay(500)
  return seconds
}

async function atRest(folder: string, ms: number): Promise<{ platform: number; sandbox: number; database: number }> {
  const world = await startWorld({ folder })
  try {
    await delay(ms)
    return {
      platform: megabytesOf(world.platform.pid),
      sandbox: megabytesOf(world.sandbox.pid),
      database: databaseMegabytesOf(world.platform.pid),
    }
  } finally {
    await world.stop()
  }
}
