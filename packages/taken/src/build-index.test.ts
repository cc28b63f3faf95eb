import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildIndex } from './build-index.ts'
import { openIndex } from './open-index.ts'
import { peekIndex } from './peek-index.ts'
import { rebuildIndex } from './rebuild.ts'
import { readZone } from './zone/read-zone.ts'

let folder: string
let to: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yuming-taken-'))
  to = path.join(folder, 'com.taken')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* batches(...labels: string[][]): AsyncGenerator<string[]> {
  yield* labels
}

async function* numbered(prefix: string, count: number): AsyncGenerator<string[]> {
  for (let from = 0; from < count; from += 10_000)
    yield Array.from({ length: Math.min(10_000, count - from) }, (_, i) => `${prefix}${from + i}`)
}

const small = { suffix: 'com', day: '2026-11-23', seed: 1 }

describe('an index', () => {
  it('finds every name that it was built with, whatever the names, the seed and the width', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ maxLength: 20 }), { maxLength: 400 }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.constantFrom(8 as const, 16 as const),
        async (labels, seed, bits) => {
          await buildIndex({ ...small, source: batches(labels, labels.slice(3)), to, seed, bits })
          const index = await openIndex(to)
          expect(labels.filter((label) => !index.has(label))).toEqual([])
          expect(index.count).toBe(new Set(labels).size)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('of a million names in two shards misses none, and takes one absent name in 256 for taken', async () => {
    const count = 1_000_000
    await buildIndex({ ...small, source: numbered('name', count), to })
    const index = await openIndex(to)
    expect(index.contents.shards).toHaveLength(2)
    let missed = 0
    let wrong = 0
    for (let i = 0; i < count; i++) {
      if (!index.has(`name${i}`)) missed++
      if (index.has(`other${i}`)) wrong++
    }
    expect({ missed, count: index.count }).toEqual({ missed: 0, count })
    // Five standard deviations of a fair 1/256 over a million names are 0.0003.
    expect(Math.abs(wrong / count - index.errorRate)).toBeLessThan(0.0003)
    expect(index.bytes / count).toBeLessThan(1.3)
  })

  it('tells what it was built from, also without reading its names', async () => {
    const source = Object.assign(batches(['a', 'b', 'a']), { serial: 42 })
    const built = await buildIndex({ ...small, source, to })
    expect(built).toMatchObject({ suffix: 'com', day: '2026-11-23', serial: 42, key: 'plain', count: 2 })
    expect((await openIndex(to)).contents).toEqual(built)
    expect(await peekIndex(to)).toEqual({ contents: built, bytes: readFileSync(to).length })
  })

  it('knows the names of one key as one name', async () => {
    const key = { name: 'without-hyphens', of: (label: string) => label.replaceAll('-', '') }
    await buildIndex({ ...small, source: batches(['a-b', 'ab']), to, key })
    const index = await openIndex(to)
    expect([index.count, index.has('ab'), index.contents.key]).toEqual([1, true, 'without-hyphens'])
  })

  it('is refused when it is cut off or a single byte has changed', async () => {
    await buildIndex({ ...small, source: numbered('n', 500), to })
    const whole = readFileSync(to)
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x20
      writeFileSync(to, damaged)
      await expect(openIndex(to)).rejects.toMatchObject({ name: 'IndexRejected', file: to })
    }
    writeFileSync(to, whole)
    for (let size = whole.length - 1; size >= 0; size -= 7) {
      truncateSync(to, size)
      await expect(openIndex(to)).rejects.toMatchObject({ name: 'IndexRejected' })
    }
  })
})

describe('a build that fails leaves the old index as it was', () => {
  const soa = 'com. 900 IN SOA a. b. 7 1 1 1 1\n'
  const zone = (text: string) => readZone(Readable.from([Buffer.from(text)]), 'com', { name: 'com.zone' })
  const rebuild = (text: string, options = {}) => rebuildIndex({ ...small, folder, source: zone(text), ...options })
  const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i}.com. NS a.\n`).join('')

  it('with a bad line, which is named with its file, number and reason', async () => {
    await rebuild(`${soa}old.com. NS a.\n${soa}`)
    const before = readFileSync(to)
    await expect(rebuild(`${soa}new.com. NS a.\nbad.com. NSS a.\n${soa}`)).rejects.toThrow(
      'com.zone, line 3: "NSS" is not a record type',
    )
    expect(readFileSync(to)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['com.taken'])
  })

  it('with far fewer names or of an earlier day, unless that is wanted', async () => {
    await rebuild(soa + names(100) + soa)
    await expect(rebuild(soa + names(80) + soa)).rejects.toMatchObject({ name: 'IndexDoubtful' })
    await expect(rebuild(soa + names(100) + soa, { day: '2026-11-22' })).rejects.toMatchObject({
      name: 'IndexDoubtful',
    })
    expect((await openIndex(to)).count).toBe(100)
    expect(await rebuild(soa + names(95) + soa)).toMatchObject({ count: 95 })
    expect(await rebuild(soa + names(3) + soa, { evenIfWorse: true })).toMatchObject({ count: 3 })
  })

  it('replaces an index that is damaged', async () => {
    writeFileSync(to, 'not an index')
    expect(await rebuild(`${soa}new.com. NS a.\n${soa}`)).toMatchObject({ count: 1 })
  })

  it('when it is killed at any moment; the next build clears away what it left', async () => {
    await rebuild(`${soa}old.com. NS a.\n${soa}`)
    const before = readFileSync(to)
    const builder = `
      import { buildIndex } from ${JSON.stringify(path.join(import.meta.dirname, 'build-index.ts'))}
      async function* source() {
        for (let from = 0; from < 4e6; from += 1e4) yield Array.from({ length: 1e4 }, (_, i) => 'n' + (from + i))
      }
      const onProgress = ({ phase, names }) => console.log(phase, names)
      await buildIndex({ suffix: 'com', day: '2026-11-24', seed: 1, source: source(), to: process.argv[1], onProgress })`
    for (const moment of [/reading 10000\n/, /reading 3000000\n/, /building \d/]) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', builder, to])
      let said = ''
      child.stdout.on('data', (text) => {
        said += text
        if (moment.test(said)) child.kill('SIGKILL')
      })
      const [code, signal] = await once(child, 'close')
      expect({ code, signal }).toEqual({ code: null, signal: 'SIGKILL' })
      expect(readFileSync(to)).toEqual(before)
      expect((await openIndex(to)).has('old')).toBe(true)
    }
    expect(readdirSync(folder).length).toBeGreaterThan(1)
    await rebuild(`${soa}new.com. NS a.\n${soa}`)
    expect(readdirSync(folder)).toEqual(['com.taken'])
  })
})
