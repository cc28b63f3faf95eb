import { describe, expect, it } from 'vitest'
import { BureauAnswerLost } from '../client/errors.ts'
import { messageMeaning } from '../codes/meaning.ts'
import { writeDownload } from '../download/write-download.ts'
import { seal } from '../payload/seal.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import type { SealedFile } from '../soap/answer.ts'
import { Crash, CrashPoint } from '../testing/crashes.ts'
import { goldenDownloads } from '../testing/golden-downloads.ts'
import { memoryDownloadJournal } from '../testing/memory-journals.ts'
import { type DownloadAlarm, type DownloadWire, drainDownloads } from './download-loop.ts'

const aes = { key: '0123456789abcdef', iv: '0102030405060708' }
const xml = writeDownload(miit30, 'cancelled-filings', goldenDownloads['cancelled-filings'])
const sealedFile = (fileName: string, content: Uint8Array = xml): SealedFile => ({
  ...seal(content, 'data.xml', aes),
  fileName,
})

interface Bureau extends DownloadWire {
  readonly waiting: SealedFile[]
  readonly acknowledged: string[]
}

function bureau(files: SealedFile[], change: Partial<DownloadWire> = {}): Bureau {
  const waiting = [...files]
  const acknowledged: string[] = []
  return {
    profile: miit30,
    aes,
    waiting,
    acknowledged,
    meaning: ({ code }) => messageMeaning(miit30.codes, code),
    download: async () => {
      const [file] = waiting
      return file ? { code: waiting.length > 1 ? 3 : 1, message: '', file } : { code: 2, message: '' }
    },
    acknowledge: async (fileName) => {
      acknowledged.push(fileName)
      if (waiting[0]?.fileName === fileName) waiting.shift()
      return { code: 0, message: '' }
    },
    ...change,
  }
}

const names = ['a', 'b', 'c']
const never = () => expect.unreachable()

describe('downloads', () => {
  it('are each stored once and acknowledged, whatever step the process dies before or after', async () => {
    for (const when of ['before', 'after'] as const)
      for (let at = 0; ; at++) {
        const crash = new CrashPoint(at, when)
        const journal = memoryDownloadJournal()
        const wire = bureau(names.map((name) => sealedFile(name)))
        const run = (j: typeof journal, w: DownloadWire) => drainDownloads(j, w, { alarm: never })
        await run(crash.around(journal, ['exclusively']), crash.around(wire, ['meaning'])).catch((error) => {
          if (!(error instanceof Crash)) throw error
        })
        await run(journal, wire)
        expect(journal.entries.map(({ fileName }) => fileName)).toEqual(names)
        expect(wire.waiting).toEqual([])
        if (!crash.crashed) {
          expect(at).toBeGreaterThan(8)
          break
        }
      }
  })

  it('end with 1: nothing is asked after the last file', async () => {
    let calls = 0
    const wire = bureau(names.map((name) => sealedFile(name)))
    const download = () => {
      calls++
      return wire.download()
    }
    const counted = { ...wire, download }
    expect(await drainDownloads(memoryDownloadJournal(), counted, { alarm: never })).toMatchObject({
      stored: 3,
      ended: 'nothing-more',
    })
    expect(calls).toBe(3)
  })

  it('are not acknowledged before they are stored', async () => {
    const journal = memoryDownloadJournal()
    const wire = bureau([sealedFile('a')], {
      acknowledge: async () => {
        expect(journal.entries).toHaveLength(1)
        throw new BureauAnswerLost('cut')
      },
    })
    expect(await drainDownloads(journal, wire, { alarm: never })).toMatchObject({ stored: 1, ended: 'not-reached' })
    expect(journal.acknowledgedFiles).toEqual([])
  })

  it('of the same name and another hash are other files', async () => {
    const other = writeDownload(miit30, 'cancelled-filings', [{ what: 'subject', bureauId: '1' }])
    const journal = memoryDownloadJournal()
    await drainDownloads(journal, bureau([sealedFile('a'), sealedFile('a', other)]), { alarm: never })
    expect(journal.entries).toHaveLength(2)
  })

  it('that are broken are not acknowledged; the third time is an alarm', async () => {
    const journal = memoryDownloadJournal()
    const wire = bureau([{ ...sealedFile('a'), beianInfoHash: 'AAAAAAAAAAAAAAAAAAAAAA==' }])
    const alarms: DownloadAlarm[] = []
    for (let time = 0; time < 3; time++)
      expect(await drainDownloads(journal, wire, { alarm: (alarm) => void alarms.push(alarm) })).toMatchObject({
        ended: 'broken-file',
        stored: 0,
      })
    expect(alarms).toEqual([
      { because: 'broken-file', fileName: 'a', detail: expect.stringContaining('hash'), times: 3 },
    ])
    expect(wire.acknowledged).toEqual([])
    expect(journal.entries).toEqual([])
  })

  it('that hold no such document are kept raw, acknowledged, and an alarm', async () => {
    const journal = memoryDownloadJournal()
    const wire = bureau([sealedFile('a', Buffer.from('<!DOCTYPE a><DownloadData/>')), sealedFile('b')])
    const alarms: string[] = []
    await drainDownloads(journal, wire, { alarm: ({ because }) => void alarms.push(because) })
    expect(alarms).toEqual(['unreadable-document'])
    expect(journal.entries.map(({ read }) => read?.parts.length)).toEqual([undefined, 1])
    expect(wire.acknowledged).toEqual(['a', 'b'])
  })

  it('larger than what was allowed are broken files, and nothing of them is kept', async () => {
    const journal = memoryDownloadJournal()
    const bomb = sealedFile('bomb', Buffer.alloc(5_000_000, 'x'))
    const drained = await drainDownloads(journal, bureau([bomb]), { alarm: never, largestXml: 1_000_000 })
    expect(drained.ended).toBe('broken-file')
    expect(journal.entries).toEqual([])
  })

  it('end when the bureau says no to the call or to the acknowledgement, and when it repeats itself', async () => {
    const refusing = bureau([sealedFile('a')], { download: async () => ({ code: 902, message: 'maintenance' }) })
    expect(await drainDownloads(memoryDownloadJournal(), refusing, { alarm: never })).toMatchObject({
      ended: 'refused',
      code: 902,
    })
    const deaf = bureau([sealedFile('a'), sealedFile('b')], { acknowledge: async () => ({ code: 999, message: '' }) })
    expect(await drainDownloads(memoryDownloadJournal(), deaf, { alarm: never })).toMatchObject({
      ended: 'refused',
      stored: 1,
      code: 999,
    })
    const endless = bureau([sealedFile('a'), sealedFile('b')], { acknowledge: async () => ({ code: 0, message: '' }) })
    expect(await drainDownloads(memoryDownloadJournal(), endless, { alarm: never })).toMatchObject({
      ended: 'repeating',
      stored: 1,
    })
  })
})
