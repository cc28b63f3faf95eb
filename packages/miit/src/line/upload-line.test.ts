import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { payloadHash } from '../payload/seal.ts'
import { Crash, CrashPoint } from '../testing/crashes.ts'
import { memoryUploadJournal } from '../testing/memory-journals.ts'
import { memoryWire, type Trouble } from '../testing/memory-wire.ts'
import { afterAnswer, afterPrevious, takeUp } from './decide.ts'
import { UploadLine } from './upload-line.ts'

const file = (key: string) => ({ key, fileName: `${key}.xml`, xml: Buffer.from(`<a>${key}</a>`) })
const keys = ['first', 'second', 'third']

/** Each file arrived once, in the order in which they were given, under 1, 2, 3 … */
function expectWhole(
  wire: ReturnType<typeof memoryWire>,
  journal: ReturnType<typeof memoryUploadJournal>,
  given = keys,
) {
  expect(wire.received.map(({ sequence }) => sequence)).toEqual(given.map((_, index) => index + 1))
  const kept = given.map((key) => journal.entries.get(key))
  expect(kept.map((entry) => entry?.state)).toEqual(given.map(() => 'accepted'))
  expect(wire.received.map(({ hash }) => hash)).toEqual(kept.map((entry) => entry?.sealed.beianInfoHash))
  expect(new Set(wire.received.map(({ hash }) => hash)).size).toBe(given.length)
}

/** What a worker does: gives each file until it is accepted; a new process after each crash. */
async function sendAll(
  journal: ReturnType<typeof memoryUploadJournal>,
  wire: ReturnType<typeof memoryWire>,
  crash?: CrashPoint,
) {
  let line = new UploadLine(
    crash?.around(journal, ['exclusively']) ?? journal,
    crash?.around(wire, ['meaning']) ?? wire,
  )
  for (const key of keys)
    for (let attempt = 0; ; attempt++) {
      expect(attempt).toBeLessThan(60)
      try {
        if ((await line.send(file(key))).outcome === 'accepted') break
      } catch (error) {
        if (!(error instanceof Crash)) throw error
        line = new UploadLine(journal, wire)
      }
    }
}

describe('numbers never gap', () => {
  it('whatever step the process dies before or after', async () => {
    for (const when of ['before', 'after'] as const)
      for (let at = 0; ; at++) {
        const crash = new CrashPoint(at, when)
        const [journal, wire] = [memoryUploadJournal(), memoryWire()]
        await sendAll(journal, wire, crash)
        expectWhole(wire, journal)
        if (!crash.crashed) {
          expect(at).toBeGreaterThan(15)
          break
        }
      }
  })

  it('whatever goes wrong on the way, with and without a crash', async () => {
    const trouble = fc.oneof(
      { weight: 3, arbitrary: fc.constant<Trouble>('none') },
      fc.constantFrom<Trouble>('not-reached', 'answer-lost', 15, 20, 901, 999),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(trouble, { maxLength: 14 }),
        fc.nat(45),
        fc.constantFrom('before', 'after'),
        async (troubles, at, when) => {
          const [journal, wire] = [memoryUploadJournal(), memoryWire()]
          wire.troubles.push(...troubles)
          await sendAll(journal, wire, new CrashPoint(at, when as 'before'))
          expectWhole(wire, journal)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('when two processes share the journal', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    const lines = [new UploadLine(journal, wire), new UploadLine(journal, wire)]
    await Promise.all(keys.flatMap((key) => lines.map((line) => line.send(file(key)))))
    expectWhole(wire, journal)
  })
})

describe('an answer that was lost', () => {
  it('leaves the outcome unknown until the bureau can be asked', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    wire.troubles.push('none', 'answer-lost', 'not-reached')
    expect(await new UploadLine(journal, wire).send(file('first'))).toMatchObject({
      outcome: 'waiting',
      when: 'reachable',
    })
    expect(journal.entries.get('first')?.state).toBe('unknown')
    expect(await new UploadLine(journal, wire).resume()).toEqual({ outcome: 'accepted', sequence: 1 })
    expect(wire.received).toHaveLength(1)
  })
})

describe('a file in front', () => {
  it('is sent before a later one, and keeps its number while it waits', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    const line = new UploadLine(journal, wire)
    wire.troubles.push('none', 20)
    expect(await line.send(file('first'))).toMatchObject({ outcome: 'waiting', when: 'reporting-hours', code: 20 })
    wire.troubles.push(901)
    expect(await line.send(file('second'))).toMatchObject({
      outcome: 'behind',
      key: 'first',
      of: { outcome: 'waiting', when: 'later' },
    })
    expect(await line.send(file('second'))).toEqual({ outcome: 'accepted', sequence: 2 })
    expect(await line.send(file('first'))).toEqual({ outcome: 'accepted', sequence: 1 })
    expectWhole(wire, journal, ['first', 'second'])
  })

  it('that is too large gives its number back', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    const line = new UploadLine(journal, wire)
    wire.troubles.push('none', 18)
    expect(await line.send(file('large'))).toMatchObject({ outcome: 'withdrawn', because: 'too-large', code: 18 })
    expect(await line.send(file('first'))).toEqual({ outcome: 'accepted', sequence: 1 })
    expect(await line.send({ ...file('large'), xml: Buffer.from('<a>half</a>') })).toEqual({
      outcome: 'accepted',
      sequence: 2,
    })
  })

  it('stops the line when a person must look, and goes on when one has', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    const line = new UploadLine(journal, wire)
    wire.troubles.push('none', 5)
    expect(await line.send(file('first'))).toMatchObject({ outcome: 'stopped', because: 'credentials', code: 5 })
    expect(await line.resume()).toMatchObject({ outcome: 'stopped', because: 'credentials' })
    expect(await line.send(file('second'))).toMatchObject({ outcome: 'behind', of: { outcome: 'stopped' } })
    expect(wire.received).toEqual([])
    expect(await line.release('first')).toEqual({ outcome: 'accepted', sequence: 1 })
    expect(await line.release('first')).toBeUndefined()
    expect(await line.resume()).toBeUndefined()
  })

  it('is made anew once when its payload is refused, then a person looks', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    wire.troubles.push('none', 7)
    expect(await new UploadLine(journal, wire).send(file('first'))).toEqual({ outcome: 'accepted', sequence: 1 })
    wire.troubles.push(8, 7)
    expect(await new UploadLine(journal, wire).send(file('second'))).toMatchObject({
      outcome: 'stopped',
      because: 'payload-refused',
    })
  })
})

describe('a bureau that lost files (14)', () => {
  it('gets them again from what was kept, oldest first, and then this one', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    const line = new UploadLine(journal, wire)
    for (const key of ['first', 'second']) await line.send(file(key))
    wire.received.length = 0
    wire.troubles.push('none', 'none', 'answer-lost')
    for (let attempt = 0; attempt < 5; attempt++) if ((await line.send(file('third'))).outcome === 'accepted') break
    expectWhole(wire, journal)
  })

  it('and wants one that was never here stops the line', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    wire.received.push({ sequence: 4, hash: 'of a former system' })
    const line = new UploadLine(journal, wire)
    expect(await line.send(file('first'))).toEqual({ outcome: 'accepted', sequence: 5 })
    wire.received.length = 0
    expect(await line.send(file('second'))).toMatchObject({ outcome: 'stopped', because: 'missing-not-kept' })
  })
})

describe('a bureau that contradicts itself', () => {
  /** Counts what is sent, and answers every upload with 14. */
  function wanting(missing: (sequence: number) => readonly number[]) {
    const wire = memoryWire()
    const sent: number[] = []
    const upload: typeof wire.upload = async (sequence) => {
      sent.push(sequence)
      return { code: 14, message: 'gap', missing: [...missing(sequence)] }
    }
    return { wire: { ...wire, upload }, sent }
  }

  it('by missing files that it does not name gets the file twice in one call, then a person looks', async () => {
    const journal = memoryUploadJournal()
    const { wire, sent } = wanting(() => [])
    expect(await new UploadLine(journal, wire).send(file('first'))).toMatchObject({
      outcome: 'stopped',
      because: 'missing-not-told',
      code: 14,
    })
    expect(sent).toEqual([1, 1])
    expect(journal.entries.get('first')).toMatchObject({ state: 'stopped', stoppedBecause: 'missing-not-told' })
  })

  it('by naming one file many times gets that once in one call', async () => {
    const [journal, honest] = [memoryUploadJournal(), memoryWire()]
    await new UploadLine(journal, honest).send(file('first'))
    const sent: number[] = []
    const upload: typeof honest.upload = async (sequence, sealed) => {
      sent.push(sequence)
      if (sequence === 1) return { code: 0, message: 'ok' }
      expect(sealed.beianInfoHash).not.toBe('')
      return { code: 14, message: 'gap', missing: [1, 1, 1, 1] }
    }
    const line = new UploadLine(journal, { ...honest, upload })
    expect(await line.send(file('second'))).toMatchObject({ outcome: 'waiting', when: 'later', code: 14 })
    expect(sent).toEqual([2, 1, 2])
  })
})

describe('recovery', () => {
  const mine = { sequence: 7, hash: 'mine' }
  it.each([
    [{ sequence: 7, hash: 'mine' }, { next: 'accepted' }],
    [{ sequence: 6, hash: 'x' }, { next: 'send' }],
    [
      { sequence: 5, hash: 'x' },
      { next: 'stop', because: 'bureau-behind' },
    ],
    [
      { sequence: 7, hash: 'x' },
      { next: 'stop', because: 'another-file' },
    ],
    [
      { sequence: 8, hash: 'mine' },
      { next: 'stop', because: 'bureau-ahead' },
    ],
  ])('of 7 when the bureau says %o', (previous, decision) => {
    expect(afterPrevious(mine, previous)).toEqual(decision)
  })

  it('never sends again what may have arrived', () => {
    expect(takeUp('sending')).toEqual({ next: 'ask' })
    expect(takeUp('unknown')).toEqual({ next: 'ask' })
    expect(takeUp('prepared')).toEqual({ next: 'send' })
    expect(afterAnswer('recover', { sequence: 3 }, [3])).toEqual({ next: 'ask' })
    expect(afterAnswer('recover', { sequence: 3 }, [2, 1])).toEqual({ next: 'send-missing', missing: [1, 2] })
  })

  it('keeps the hash that the bureau compares: of the zip before it is encrypted', async () => {
    const [journal, wire] = [memoryUploadJournal(), memoryWire()]
    await new UploadLine(journal, wire).send(file('first'))
    const sealed = journal.entries.get('first')?.sealed
    expect(sealed?.beianInfoHash).toBe(payloadHash(Buffer.from(sealed?.beianInfo ?? '', 'base64')))
  })
})
