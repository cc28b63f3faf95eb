import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const project = mkdtempSync(path.join(tmpdir(), 'miit-alone-'))
const place = path.join(project, 'node_modules/@yuming/miit')

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
  symlinkSync(path.join(import.meta.dirname, '../../../node_modules', name), to)
}

beforeAll(() => {
  const built = path.join(project, 'built')
  run(process.execPath, [path.join(import.meta.dirname, 'build.ts'), built])
  run('npm', ['pack', built, '--pack-destination', project, '--silent'])
  mkdirSync(place, { recursive: true })
  const [tarball] = readdirSync(project).filter((file) => file.endsWith('.tgz'))
  run('tar', ['xzf', String(tarball), '-C', place, '--strip-components=1'])
  rmSync(built, { recursive: true })
  for (const name of ['iconv-lite', 'saxes', 'sharp', 'soap', 'yauzl']) borrow(name)
  borrow('@types/node')
}, 60_000)
afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('@yuming/miit, packed and unpacked in a project that is not ours', () => {
  it('carries its licence, a manifest without anything of the workspace, and no test', () => {
    const manifest = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'))
    expect(manifest).toMatchObject({ name: '@yuming/miit', license: 'Apache-2.0', dependencies: { soap: '1.13.0' } })
    expect(manifest).not.toHaveProperty('private')
    expect(manifest).not.toHaveProperty('devDependencies')
    const files = readdirSync(place, { recursive: true }).map(String)
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'index.js',
        'index.d.ts',
        'pictures/index.js',
        'tables/stand-in.js',
      ]),
    )
    expect(files.filter((file) => /testing|\.test\.|golden|(?<!\.d)\.ts$/.test(file))).toEqual([])
  })

  it('runs the example of its README: a bureau, and a registrar that reports to it', () => {
    const readme = readFileSync(path.join(place, 'README.md'), 'utf8')
    const [, example = ''] = /```ts\n(\/\/ both-sides\.mjs\n[\s\S]*?)```/.exec(readme) ?? []
    const [, printed = ''] = /It prints\n```\n([\s\S]*?)```/.exec(readme) ?? []
    writeFileSync(path.join(project, 'both-sides.mjs'), example)
    expect(run(process.execPath, ['both-sides.mjs'])).toBe(printed)
    expect(printed).toContain('域名备案成功')
  })

  it('has declarations that a strict compiler takes, and that tell a wrong command', { timeout: 60_000 }, () => {
    writeFileSync(path.join(project, 'package.json'), '{ "type": "module" }')
    writeFileSync(
      path.join(project, 'use.ts'),
      `import { type BureauClient, type DomainReport, miit30, uploadProblems, writeRecord } from '@yuming/miit'
import { fitPicture } from '@yuming/miit/pictures'
import { standInTables } from '@yuming/miit/stand-in'
export const ask = async (client: BureauClient): Promise<boolean | undefined> =>
  (await client.filingStatus('domain', 'a.example')).status?.filed
export const write = (report: DomainReport): Buffer => writeRecord(miit30, 'new-domain', report)
export const small = (picture: Uint8Array): Promise<{ bytes: Uint8Array }> => fitPicture(picture, { largestBase64: 100_000 })
export const natures = standInTables.tables?.nature?.map(({ name }) => name)
// @ts-expect-error
export const wrong = uploadProblems(miit30, 'new-domain', { name: 'a.example' })
`,
    )
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2024']
    run(process.execPath, [require.resolve('typescript/bin/tsc'), ...options, '--types', 'node', 'use.ts'])
  })
})
