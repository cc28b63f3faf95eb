import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { findBinaries } from './postgres-binaries.ts'
import { type ServerUser, serverUser } from './server-user.ts'
import { lockStart } from './start-lock.ts'

const superuser = 'yuming'

export interface EmbeddedServer {
  /** libpq URL of a database on this server, over its Unix socket. */
  url(database: string): string
  /** Whether a server that a killed parent left behind was taken over. */
  readonly adopted: boolean
  /** Fast shutdown; open transactions are rolled back, what was committed stays. */
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL server of our own in a folder, or adopts the one that a killed parent left running there.
 * It listens on a Unix socket only. Everything committed is durable (fsync and synchronous_commit stay on).
 */
export async function startEmbeddedServer(
  dataFolder: string,
  options: { settings?: Record<string, string> } = {},
): Promise<EmbeddedServer> {
  const user = serverUser()
  const place = placeOf(path.resolve(dataFolder), user)
  const { folder } = findBinaries(user)
  const release = await lockStart(place.sockets)
  try {
    if (!existsSync(path.join(place.data, 'PG_VERSION'))) {
      await endStranger(place.sockets)
      initialise(place.data, user, folder)
    }
    const adopted = await adopt(place)
    if (!adopted) await untilAnswering(place, launch(place, user, folder, options.settings ?? {}))
    return {
      adopted,
      url: (database) => urlOf(place.sockets, database),
      stop: () => stopServer(place, user, folder),
    }
  } finally {
    release()
  }
}

// One that is still starting or stopping holds the data folder: it answers in a moment, or is gone.
async function adopt(place: Place): Promise<boolean> {
  for (let tries = 0; tries < 1_200; tries++) {
    if (await answers(place.sockets)) return true
    if (!postmasterLives(place.data)) return false
    await delay(25)
  }
  return false
}

function postmasterLives(data: string): boolean {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return false
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    process.kill(pid, 0)
    // After a restart of the machine or container the number may be another program's.
    const commandLine = `/proc/${pid}/cmdline`
    return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes(data)
  } catch {
    return false
  }
}

// A server whose data folder was removed under it still answers on our socket; it serves nobody any more.
async function endStranger(sockets: string): Promise<void> {
  const lock = path.join(sockets, '.s.PGSQL.5432.lock')
  // Only one that answers is a server; otherwise the number may be another program's by now.
  if (!existsSync(lock) || !(await answers(sockets))) return
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGQUIT')
    for (let tries = 0; tries < 200; tries++) {
      process.kill(pid, 0)
      await delay(25)
    }
  } catch {
    // It is gone.
  }
  for (const file of [lock, lock.replace(/\.lock$/, '')]) rmSync(file, { force: true })
}

interface Place {
  readonly data: string
  readonly sockets: string
  readonly log: string
}

// A socket path may have 107 bytes at most, and the data folder may be deep: sockets live in the temporary folder.
function placeOf(folder: string, user: ServerUser): Place {
  mkdirSync(folder, { recursive: true })
  if (user.identity.uid !== undefined) chmodSync(folder, 0o711)
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const reachable = user.may('enter', folder)
  const base = reachable ? folder : path.join('/var/lib/yuming', key)
  const sockets = path.join(os.tmpdir(), `yuming-${key}`)
  for (const [place, mode] of [
    [base, 0o711],
    [path.join(base, 'postgres'), 0o700],
    [sockets, 0o700],
  ] as const) {
    mkdirSync(place, { recursive: true, mode })
    if (place !== base && user.identity.uid !== undefined)
      chownSync(place, user.identity.uid, user.identity.gid ?? user.identity.uid)
  }
  return { data: path.join(base, 'postgres'), sockets, log: path.join(base, 'postgres.log') }
}

// Made beside its place and moved there when it is whole: a start that was killed half-way leaves nothing that looks ready.
function initialise(data: string, user: ServerUser, folder: string): void {
  const fresh = `${data}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  if (user.identity.uid !== undefined) chownSync(fresh, user.identity.uid, user.identity.gid ?? user.identity.uid)
  const made = spawnSync(
    path.join(folder, 'bin/initdb'),
    ['-D', fresh, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-instructions'],
    {
      ...user.identity,
      cwd: '/',
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LD_LIBRARY_PATH: path.join(folder, 'lib'), LANG: 'C' },
    },
  )
  if (made.status !== 0)
    throw new Error(`The database could not be initialised in ${data}:\n${made.stderr}${made.error?.message ?? ''}`)
  rmSync(data, { recursive: true, force: true })
  renameSync(fresh, data)
}

function launch(place: Place, user: ServerUser, folder: string, settings: Record<string, string>): ChildProcess {
  const all: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: place.sockets,
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: '64MB',
    max_wal_size: '512MB',
    wal_compression: 'on',
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    // What fails is told by who asked. The server would tell whole rows, with whatever is personal in them.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...settings,
  }
  const log = openSync(place.log, 'a', 0o600)
  try {
    // Detached: a SIGKILL of this process leaves the server running, and the next start adopts it.
    const child = spawn(
      path.join(folder, 'bin/postgres'),
      ['-D', place.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...user.identity,
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
        env: { PATH: process.env.PATH, LD_LIBRARY_PATH: path.join(folder, 'lib'), LANG: 'C' },
      },
    )
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

async function untilAnswering(place: Place, child: ChildProcess): Promise<void> {
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  for (let tries = 0; tries < 1_200; tries++) {
    if (await answers(place.sockets)) return
    if (ended) break
    await delay(25)
  }
  const tail = existsSync(place.log) ? readFileSync(place.log, 'utf8').split('\n').slice(-8).join('\n') : ''
  throw new Error(`The embedded database did not start. Its last words:\n${tail}\nThe whole log: ${place.log}`)
}

async function answers(sockets: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(sockets, 'postgres'), connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function urlOf(sockets: string, database: string): string {
  return `postgresql://${superuser}@localhost/${database}?host=${encodeURIComponent(sockets)}`
}

async function stopServer(place: Place, user: ServerUser, folder: string): Promise<void> {
  const stopped = spawnSync(
    path.join(folder, 'bin/pg_ctl'),
    ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', '20'],
    {
      ...user.identity,
      cwd: '/',
      env: { PATH: process.env.PATH, LD_LIBRARY_PATH: path.join(folder, 'lib'), LANG: 'C' },
    },
  )
  if (stopped.status !== 0 && (await answers(place.sockets)))
    throw new Error(`The embedded database in ${place.data} did not stop within 20 seconds.`)
}
