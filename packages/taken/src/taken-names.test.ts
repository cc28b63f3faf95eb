import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeDaily } from './days/daily-file.ts'
import { applyDaily, rebuildIndex } from './rebuild.ts'
import { openTakenNames, type TakenFolder } from './taken-folder.ts'

let folder: string
let today: string
let problems: unknown[]
let opened: TakenFolder | undefined
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yuming-taken-'))
  today = '2026-11-23'
  problems = []
})
afterEach(() => {
  opened?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function* labels(...batch: string[]): AsyncGenerator<string[]> {
  yield batch
}

// 16 bits, so that no absent name of these tests looks taken.
const build = (suffix: string, day: string, ...names: string[]) =>
  rebuildIndex({ folder, suffix, day, source: labels(...names), seed: 7, bits: 16, evenIfWorse: true })
const apply = (day: string, ...changes: string[]) => {
  const parsed = changes.map((change) => ({ label: change.slice(1), taken: change.startsWith('+') }))
  return applyDaily(folder, 'com', { text: writeDaily({ suffix: 'com', day, changes: parsed }), file: 'd.txt' })
}
const openFolder = async () => {
  opened = await openTakenNames(folder, { today: () => today, onProblem: (error) => problems.push(error) })
  return opened
}
const answers = (names: string[]) => names.map((name) => opened?.of('com')?.answer(name))

describe('taken names', () => {
  it('are answered from the index, the daily files since, and our own orders on top', async () => {
    await build('com', '2026-11-22', 'zone', 'zone2', 'gone')
    await apply('2026-11-22', '+daily', '-gone')
    const taken = (await openFolder()).of('com')
    expect(answers(['zone', 'daily', 'gone', 'free'])).toEqual([
      'perhaps-taken',
      'perhaps-taken',
      'not-known',
      'not-known',
    ])
    taken?.add('free')
    taken?.remove('zone')
    taken?.remove('daily')
    expect(answers(['zone', 'daily', 'free'])).toEqual(['not-known', 'not-known', 'taken-by-order'])
    taken?.remove('free')
    taken?.add('zone')
    expect(answers(['zone', 'free'])).toEqual(['taken-by-order', 'not-known'])
  })

  it('believe a later day before an order, and an order before the same day or an earlier one', async () => {
    await build('com', '2026-11-20', 'x')
    const taken = (await openFolder()).of('com')
    taken?.add('ours')
    taken?.remove('x')
    await apply('2026-11-22', '-ours', '+x')
    await apply('2026-11-23', '-ours', '+x')
    await opened?.refresh()
    expect(answers(['ours', 'x'])).toEqual(['taken-by-order', 'not-known'])
    await apply('2026-11-24', '-ours', '+x')
    await opened?.refresh()
    expect(answers(['ours', 'x'])).toEqual(['not-known', 'perhaps-taken'])
  })

  it('are folded into the next build; our names that the zone does not have yet stay', async () => {
    await build('com', '2026-11-20', 'old', 'deleted')
    const taken = (await openFolder()).of('com')
    taken?.add('delegated')
    taken?.add('undelegated')
    taken?.remove('deleted')
    await apply('2026-11-21', '+daily', '-old')
    today = '2026-11-25'
    taken?.add('today')
    await build('com', '2026-11-25', 'old', 'delegated', 'daily', 'deleted')
    await opened?.refresh()
    expect(answers(['old', 'daily', 'delegated', 'undelegated', 'deleted', 'today'])).toEqual([
      'perhaps-taken',
      'perhaps-taken',
      'perhaps-taken',
      'taken-by-order',
      'perhaps-taken',
      'taken-by-order',
    ])
    expect(taken?.index.day).toBe('2026-11-25')
  })

  it('change nothing when a day is applied again or is older than the index', async () => {
    await build('com', '2026-11-22', 'zone')
    expect((await apply('2026-11-22', '+a')).outcome).toBe('applied')
    expect((await apply('2026-11-22', '+a')).outcome).toBe('applied-before')
    expect((await apply('2026-11-21', '+b')).outcome).toBe('in-the-index')
    await openFolder()
    expect(answers(['a', 'b'])).toEqual(['perhaps-taken', 'not-known'])
  })

  it('stay as they were when a daily file is bad, of another suffix or has no index', async () => {
    await build('com', '2026-11-22', 'zone')
    const bad = { text: 'com 2026-11-23 2\n+good\n?bad\n', file: 'd.txt' }
    await expect(applyDaily(folder, 'com', bad)).rejects.toThrow('d.txt, line 3')
    await expect(applyDaily(folder, 'net', { ...bad, text: 'net 2026-11-23 0\n' })).rejects.toThrow('no index of "net"')
    await expect(applyDaily(folder, 'com', { ...bad, text: 'net 2026-11-23 0\n' })).rejects.toThrow('not of "com"')
    await openFolder()
    expect(answers(['good'])).toEqual(['not-known'])
  })
})

describe('a folder of indexes', () => {
  it('need not be there, and may hold many suffixes', async () => {
    const onProblem = (error: unknown) => problems.push(error)
    const nowhere = await openTakenNames(path.join(folder, 'none'), { today: () => today, onProblem })
    expect([nowhere.suffixes, problems]).toEqual([[], []])
    await build('com', '2026-11-22', 'a')
    await build('xn--fiqs8s', '2026-11-22', 'b')
    await build('com.cn', '2026-11-22', 'c')
    await openFolder()
    expect([...(opened?.suffixes ?? [])].sort()).toEqual(['com', 'com.cn', 'xn--fiqs8s'])
    expect(opened?.of('com.cn')?.answer('c')).toBe('perhaps-taken')
    expect(opened?.of('net')).toBeUndefined()
    rmSync(path.join(folder, 'com.cn.taken'))
    await opened?.refresh()
    expect(opened?.of('com.cn')).toBeUndefined()
  })

  it('keeps what it has when a new file cannot be used, and says so once', async () => {
    await build('com', '2026-11-22', 'a')
    await openFolder()
    writeFileSync(path.join(folder, 'com.taken'), 'damaged')
    await opened?.refresh()
    await opened?.refresh()
    expect(problems).toEqual([expect.objectContaining({ name: 'IndexRejected' })])
    expect(answers(['a'])).toEqual(['perhaps-taken'])
    await build('com', '2026-11-23', 'b')
    await opened?.refresh()
    expect(answers(['b'])).toEqual(['perhaps-taken'])
  })

  it('refuses an index under the name of another suffix or with another kind of key', async () => {
    await build('com', '2026-11-22', 'a')
    copyFileSync(path.join(folder, 'com.taken'), path.join(folder, 'net.taken'))
    await openFolder()
    expect(opened?.suffixes).toEqual(['com'])
    expect(problems).toEqual([expect.objectContaining({ reason: 'this is the index of "com"' })])
    const key = { name: 'other', of: (label: string) => label }
    const other = await openTakenNames(folder, {
      today: () => today,
      keyOf: () => key,
      onProblem: (error) => problems.push(error),
    })
    expect(other.suffixes).toEqual([])
  })

  it('answers without a gap while an index is exchanged', async () => {
    await build('com', '2026-11-20', 'always')
    await openFolder()
    opened?.watch(1)
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-23']) {
      const built = build('com', day, 'always', day)
      let done = false
      void built.finally(() => {
        done = true
      })
      while (!done || opened?.of('com')?.index.day !== day) {
        expect(answers(['always'])).toEqual(['perhaps-taken'])
        await sleep(0)
      }
      expect(answers([day])).toEqual(['perhaps-taken'])
    }
    expect(problems).toEqual([])
  })
})
