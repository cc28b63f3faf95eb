import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeAuthority } from '../src/testing/certificates.ts'

const require = createRequire(import.meta.url)
const project = mkdtempSync(path.join(tmpdir(), 'epp-alone-'))
const place = path.join(project, 'node_modules/@yuming/epp')

function run(command: string, args: readonly string[], cwd = project): string {
  // A parent npm's settings are for the workspace.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('npm_')))
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  expect(status, `${command} ${args.join(' ')}\n${stdout}${stderr}`).toBe(0)
  return stdout
}

/** A package of the workspace, as if it were installed here. */
function borrow(name: string): void {
  const to = path.join(project, 'node_modules', name)
  mkdirSync(path.dirname(to), { recursive: true })
  symlinkSync(path.dirname(require.resolve(`${name}/package.json`)), to)
}

beforeAll(() => {
  const built = path.join(project, 'built')
  run(process.execPath, [path.join(import.meta.dirname, 'build.ts'), built])
  run('npm', ['pack', built, '--pack-destination', project, '--silent'])
  mkdirSync(place, { recursive: true })
  const [tarball] = readdirSync(project).filter((file) => file.endsWith('.tgz'))
  run('tar', ['xzf', String(tarball), '-C', place, '--strip-components=1'])
  rmSync(built, { recursive: true })
  borrow('saxes')
  borrow('@types/node')
}, 60_000)
afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('@yuming/epp, packed and unpacked in a project that is not ours', () => {
  it('carries its licence, a manifest without anything of the workspace, and no test', () => {
    const manifest = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({ name: '@yuming/epp', license: 'Apache-2.0', dependencies: { saxes: '6.0.0' } })
    expect(manifest).not.toHaveProperty('private')
    expect(manifest).not.toHaveProperty('devDependencies')
    const files = readdirSync(place, { recursive: true }).map(String)
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'index.js', 'index.d.ts']))
    expect(files.filter((file) => /testing|\.test\.|golden|(?<!\.d)\.ts$/.test(file))).toEqual([])
  })

  it('runs the example of its README: client and server over TLS, each with a certificate', async () => {
    const [, example = ''] =
      /```ts\n(\/\/ both-sides\.mjs\n[\s\S]*?)```/.exec(readFileSync(path.join(place, 'README.md'), 'utf8')) ?? []
    writeFileSync(path.join(project, 'both-sides.mjs'), example)
    for (const [file, subject] of [
      ['registry', 'localhost'],
      ['registrar', 'registrar-1'],
    ] as const) {
      const authority = await makeAuthority(subject)
      const pair = await authority.issue({ subject, usage: file === 'registry' ? 'server' : 'client' })
      writeFileSync(path.join(project, `${file}.crt`), `${pair.cert}\n${authority.ca}\n`)
      writeFileSync(path.join(project, `${file}.key`), pair.key)
    }
    expect(run(process.execPath, ['both-sides.mjs'])).toBe('1000 example.cn sv-2\n2302 In use\n')
  })

  it('has declarations that a strict compiler takes, and that tell a wrong command', { timeout: 60_000 }, () => {
    writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }')
    writeFileSync(
      path.join(project, 'use.ts'),
      `import { type DomainRenew, domainRenew, EppPool } from '@yuming/epp'
export const renew = async (pool: EppPool, order: DomainRenew): Promise<string | undefined> =>
  (await pool.send(domainRenew, order, { clTRID: 'abc-1' })).data?.exDate
export const good: DomainRenew = { name: 'a.cn', curExpDate: '2026-12-01', period: { value: 1, unit: 'y' } }
// @ts-expect-error
export const wrong: DomainRenew = { name: 'a.cn', curExpDate: '2026-12-01', period: { value: 1, unit: 'century' } }
`,
    )
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024']
    run(process.execPath, [require.resolve('typescript/bin/tsc'), ...options, '--types', 'node', 'use.ts'])
  })
})
