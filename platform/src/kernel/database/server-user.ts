import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Who runs the database server: ourselves, or `nobody` when we are root, because PostgreSQL refuses root. */
export interface ServerUser {
  readonly name: string
  /** For child_process options; empty when it is ourselves. */
  readonly identity: { readonly uid?: number; readonly gid?: number }
  may(what: 'read' | 'enter', place: string): boolean
}

export function serverUser(): ServerUser {
  const root = process.getuid?.() === 0
  const identity = root ? nobody() : {}
  return {
    name: root ? 'nobody' : (process.env.USER ?? 'yuming'),
    identity,
    may: (what, place) =>
      spawnSync('/bin/sh', ['-c', `test -${what === 'read' ? 'r' : 'x'} "$1"`, 'sh', place], { ...identity, cwd: '/' })
        .status === 0,
  }
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}
