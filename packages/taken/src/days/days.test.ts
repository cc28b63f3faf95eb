import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DailyFile, readDaily, writeDaily } from './daily-file.ts'
import { appendDay, dropDaysBefore, readDays } from './day-journal.ts'

const day = (date: string, ...changes: string[]): DailyFile => ({
  suffix: 'com',
  day: date,
  changes: changes.map((change) => ({ label: change.slice(1), taken: change.startsWith('+') })),
})

describe('a daily file', () => {
  it('is read as it was written', () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/)
    fc.assert(
      fc.property(fc.array(fc.record({ label, taken: fc.boolean() })), (changes) => {
        const daily = { suffix: 'xn--fiqs8s', day: '2026-11-23', changes }
        expect(readDaily(writeDaily(daily), 'd')).toEqual(daily)
      }),
    )
  })

  const cases: [what: string, text: string, line: number, reason: RegExp][] = [
    ['nothing', '', 1, /cut off/],
    ['no heading', '+a\n', 1, /first line/],
    ['an impossible day', 'com 2026-02-30 0\n', 1, /first line/],
    ['a line without a sign', 'com 2026-11-23 2\n+a\nb\n', 3, /neither/],
    ['upper case', 'com 2026-11-23 1\n+A\n', 2, /neither/],
    ['fewer lines than announced', 'com 2026-11-23 3\n+a\n-b\n', 3, /2 changes instead of the 3/],
    ['more lines than announced', 'com 2026-11-23 1\n+a\n-b\n', 3, /2 changes instead of the 1/],
    ['a last line without its end', 'com 2026-11-23 1\n+a', 2, /cut off/],
  ]
  it.each(cases)('with %s is refused whole', (_, text, line, reason) => {
    expect(() => readDaily(text, 'd.txt')).toThrow(
      expect.objectContaining({ name: 'DailyRejected', file: 'd.txt', line, reason: expect.stringMatching(reason) }),
    )
  })
})

describe('the journal of days', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yuming-days-'))
    file = path.join(folder, 'com.days')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const append = (daily: DailyFile) => appendDay(file, daily, 'd.txt')

  it('takes each day once and in order', async () => {
    expect(await append(day('2026-11-22', '+a'))).toBe(true)
    expect(await append(day('2026-11-23', '-a'))).toBe(true)
    expect(await append(day('2026-11-22', '+a'))).toBe(false)
    await expect(append(day('2026-11-22', '+b'))).rejects.toThrow('other changes of 2026-11-22')
    await expect(append(day('2026-11-21', '+b'))).rejects.toThrow('comes too late')
    expect((await readDays(file)).days).toEqual([day('2026-11-22', '+a'), day('2026-11-23', '-a')])
  })

  it('never counts a day whose writing was cut off, and writes over it', async () => {
    await append(day('2026-11-22', '+a'))
    const first = readFileSync(file, 'latin1')
    const second = writeDaily(day('2026-11-23', '+some', '-others'))
    for (let cut = 1; cut < second.length; cut++) {
      writeFileSync(file, first + second.slice(0, cut))
      expect((await readDays(file)).days).toEqual([day('2026-11-22', '+a')])
    }
    await append(day('2026-11-23', '+b'))
    expect(readFileSync(file, 'latin1')).toBe(first + writeDaily(day('2026-11-23', '+b')))
  })

  it('is refused when a whole day in it is damaged', async () => {
    await append(day('2026-11-22', '+a'))
    appendFileSync(file, 'com 2026-11-23 1\n*b\n')
    await expect(readDays(file)).rejects.toThrow('com.days')
  })

  it('forgets the days that an index contains', async () => {
    await append(day('2026-11-22', '+a'))
    await append(day('2026-11-23', '+b'))
    await dropDaysBefore(file, '2026-11-23')
    expect((await readDays(file)).days).toEqual([day('2026-11-23', '+b')])
    await dropDaysBefore(path.join(folder, 'none.days'), '2026-11-23')
  })
})
