import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { labelKeyOf } from '@yuming/names'
import { openTakenNames } from '@yuming/taken'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yuming-taken-index-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function taken(...args: string[]) {
  const script = path.join(import.meta.dirname, '../taken-index.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, '--folder', folder], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function file(name: string, content: string | Buffer): string {
  writeFileSync(path.join(folder, name), content)
  return path.join(folder, name)
}

const soa = 'com. 900 in soa a.gtld. b.gtld. 7 1800 900 604800 86400\n'
const zone = `${soa}one.com. 172800 in ns ns1.one.com.\nxn--vcsx64d.com. 172800 in ns ns1.one.com.\n${soa}`

describe('npm run taken-index', () => {
  it('builds from a packed zone, applies a day once and tells what is there', async () => {
    const packed = file('com.zone.gz', gzipSync(zone))
    const built = taken('build', '--suffix', 'com', '--zone', packed, '--day', '2026-11-22')
    expect(built).toMatchObject({ status: 0, stdout: expect.stringContaining('.com: 2 names, serial 7, 2026-11-22.') })
    const daily = file('day', 'com 2026-11-23 2\n+two\n-one\n')
    expect(taken('apply', '--suffix', 'com', '--daily', daily)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Applied. (+1 -1)'),
    })
    expect(taken('apply', '--suffix', 'com', '--daily', daily).stdout).toContain('Applied before')
    expect(taken('info')).toMatchObject({ status: 0, stdout: expect.stringContaining('one absent name in 256') })
    const opened = await openTakenNames(folder, {
      today: () => '2026-11-23',
      keyOf: labelKeyOf,
      onProblem: (error) => {
        throw error
      },
    })
    const answers = ['one', 'two', 'xn--vcsx64d', '爱国', '愛國'].map((label) => opened.of('com')?.answer(label))
    expect(answers).toEqual(['not-known', 'perhaps-taken', 'perhaps-taken', 'perhaps-taken', 'perhaps-taken'])
  })

  it('tells file, line and reason of a bad zone, and the index in use stays', () => {
    taken('build', '--suffix', 'com', '--zone', file('com.zone', zone))
    const before = readFileSync(path.join(folder, 'com.taken'))
    const cases: [zone: string | Buffer, says: string][] = [
      [zone.slice(0, -soa.length), 'cut.zone, line 3: the file is cut off'],
      [gzipSync(zone).subarray(0, -4), 'cut.zone, line 5: the file is cut off'],
      [zone.replace('in ns', 'in nss'), 'cut.zone, line 2: "nss" is not a record type'],
    ]
    for (const [text, says] of cases) {
      const refused = taken('build', '--suffix', 'com', '--zone', file('cut.zone', text))
      expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining(says) })
      expect(refused.stderr.trim().split('\n')).toHaveLength(1)
    }
    expect(readFileSync(path.join(folder, 'com.taken'))).toEqual(before)
  })

  it('explains itself when it is misused, and says so when there is nothing or something damaged', () => {
    for (const args of [[], ['other'], ['build'], ['build', '--suffix', 'com'], ['apply', '--suffix', 'com', '--x']])
      expect(taken(...args)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('npm run taken-index -- build'),
      })
    expect(taken('build', '--suffix', 'com', '--zone', 'none')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no such file: none'),
    })
    expect(taken('info').stdout).toContain('There is no index yet')
    file('com.taken', 'damaged')
    expect(taken('info').status).toBe(1)
  })
})
