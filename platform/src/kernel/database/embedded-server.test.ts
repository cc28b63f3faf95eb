import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createPool, type EmbeddedServer, startEmbeddedServer } from './index.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'embedded-'))
const started: EmbeddedServer[] = []

async function start(): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer(folder)
  started.push(server)
  return server
}

async function query(server: EmbeddedServer, text: string): Promise<unknown[]> {
  const pool = createPool(server.url('postgres'), { max: 1 })
  try {
    return (await pool.query(text)).rows
  } finally {
    await pool.end()
  }
}

/** A process of its own that starts the server; prints `started`, and whether it adopted one. */
function parent(): ChildProcess {
  const script = `
    import { startEmbeddedServer } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))}
    const { adopted } = await startEmbeddedServer(${JSON.stringify(folder)})
    process.stdout.write('started ' + adopted)
    setInterval(() => {}, 1_000)`
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

const socketsOf = (server: EmbeddedServer) => new URL(server.url('postgres')).searchParams.get('host') ?? ''

afterAll(async () => {
  await started.at(-1)?.stop()
  const sockets = started[0] && socketsOf(started[0])
  for (const place of [folder, sockets]) if (place) rmSync(place, { recursive: true, force: true })
})

describe('the embedded server', () => {
  it('starts once when two start it at once, past what an interrupted start left', async () => {
    mkdirSync(path.join(folder, 'postgres.new'))
    writeFileSync(path.join(folder, 'postgres.new/PG_VERSION'), '18\n')
    const both = await Promise.all([start(), start()])
    expect(both.map(({ adopted }) => adopted).toSorted()).toEqual([false, true])
    for (const server of both) expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
    const other = parent()
    const [line] = (await once(other.stdout ?? other, 'data')) as [Buffer]
    expect(String(line)).toBe('started true')
    await killed(other)
  })

  it('keeps everything that was committed durable', async () => {
    const settings = await query(
      await start(),
      "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses') order by name",
    )
    expect(settings).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '' },
      { name: 'synchronous_commit', setting: 'on' },
    ])
  })

  it('is adopted when its parent was killed, with all that was committed', async () => {
    await (await start()).stop()
    const dying = parent()
    const [line] = (await once(dying.stdout ?? dying, 'data')) as [Buffer]
    expect(String(line)).toBe('started false')
    await killed(dying)
    const server = await start()
    expect(server.adopted).toBe(true)
    await query(server, 'create table kept as select 7 as n')
    await server.stop()
    const again = await start()
    expect(again.adopted).toBe(false)
    expect(await query(again, 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('is adopted when its parent was killed before it answered', async () => {
    await (await start()).stop()
    const dying = parent()
    await expect
      .poll(() => existsSync(path.join(folder, 'postgres/postmaster.pid')), { timeout: 10_000, interval: 1 })
      .toBe(true)
    await killed(dying)
    expect(await query(await start(), 'select n from kept')).toEqual([{ n: 7 }])
  })

  it.each([
    ['of a process that is gone', '4194303'],
    ['that says nothing', ''],
    ['of an earlier life with our number', String(process.pid)],
  ])('does not wait for a lock %s', async (_, owner) => {
    const lock = path.join(socketsOf(await start()), 'start.lock')
    writeFileSync(lock, owner)
    expect((await start()).adopted).toBe(true)
    expect(existsSync(lock)).toBe(false)
  })

  it('starts past the number of a server that is gone, even when another program has that number now', async () => {
    const server = await start()
    await server.stop()
    const file = path.join(folder, 'postgres/postmaster.pid')
    writeFileSync(file, `${process.pid}\n${path.join(folder, 'postgres')}\n1\n5432\n\n\n 1 1\nready\n`, {
      mode: 0o644,
    })
    expect((await start()).adopted).toBe(false)
    expect(readFileSync(file, 'utf8')).not.toMatch(new RegExp(`^${process.pid}\n`))
  })
})
