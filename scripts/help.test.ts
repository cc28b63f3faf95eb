import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', ...args], { encoding: 'utf8', timeout: 30_000 })
const known = /Known: (.+)\./.exec(run('no-such-command').stderr)?.[1]?.split(', ') ?? []

it('every command says how it is called, and does nothing else, with --help', () => {
  expect(known.length).toBeGreaterThan(10)
  for (const name of known) {
    const { status, stdout } = run(name, '--help')
    expect([name, status]).toEqual([name, 0])
    expect(stdout).toContain(`npm ${name === 'start' || name === 'test' ? '' : 'run '}${name}`)
  }
}, 120_000)
