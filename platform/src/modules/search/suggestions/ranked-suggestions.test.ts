import { describe, expect, it } from 'vitest'
import type { AvailabilityAsker } from '../ports.ts'
import { rankedSuggestions } from './index.ts'

const of = (registry: string, ...labels: string[]) => labels.map((ascii) => ({ registry, ascii }))
const options = () => ({ limit: 10, signal: new AbortController().signal, batch: 2, limitMs: 5_000 })
const never = new Promise<never>(() => undefined)

/** Registries that answer at once: a name is free when it does not start with "taken". */
function answering(behaviour: Record<string, () => Promise<unknown>> = {}) {
  const questions: { registry: string; names: readonly string[]; signal: AbortSignal }[] = []
  const asker: AvailabilityAsker = {
    async check(registry, names, signal) {
      questions.push({ registry, names, signal })
      await behaviour[registry]?.()
      return new Map(names.map((ascii) => [ascii, { available: !ascii.startsWith('taken') }]))
    },
  }
  return { asker, questions }
}

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of stream) found.push(item)
  return found
}

describe('suggestions are shown when they are known to be free (S1-58)', () => {
  it('keeps the rank within each answer and leaves taken names out', async () => {
    const { asker, questions } = answering()
    const found = await all(rankedSuggestions(of('thin', 'a', 'taken-b', 'c', 'd', 'taken-e'), asker, options()))
    expect(found.map(({ ascii }) => ascii)).toEqual(['a', 'c', 'd'])
    expect(questions.map(({ names }) => names)).toEqual([['a', 'taken-b'], ['c', 'd'], ['taken-e']])
  })

  it('a registry that never answers holds nobody up, and its names are never shown', async () => {
    const { asker, questions } = answering({ silent: () => never })
    const stop = new AbortController()
    const stream = rankedSuggestions([...of('silent', 'x', 'y', 'z'), ...of('thin', 'a', 'b', 'c')], asker, {
      ...options(),
      signal: stop.signal,
    })
    const found = [await stream.next(), await stream.next(), await stream.next()]
    expect(found.map(({ value }) => value.ascii)).toEqual(['a', 'b', 'c'])
    const end = stream.next()
    stop.abort()
    expect(await end).toEqual({ done: true, value: undefined })
    expect(questions.filter(({ registry }) => registry === 'silent')).toHaveLength(1)
  })

  it('ends when the time of a silent registry is over', async () => {
    const { asker, questions } = answering({ silent: () => never })
    const found = await all(
      rankedSuggestions([...of('silent', 'x', 'y', 'z'), ...of('thin', 'a')], asker, { ...options(), limitMs: 20 }),
    )
    expect(found.map(({ ascii }) => ascii)).toEqual(['a'])
    expect(questions.find(({ registry }) => registry === 'silent')?.signal.aborted).toBe(true)
  })

  it('a registry that fails is asked no more, and the others go on', async () => {
    const { asker, questions } = answering({ broken: () => Promise.reject(new Error('connection lost')) })
    const found = await all(
      rankedSuggestions([...of('broken', 'x', 'y', 'z'), ...of('thin', 'a', 'b', 'c')], asker, options()),
    )
    expect(found.map(({ ascii }) => ascii)).toEqual(['a', 'b', 'c'])
    expect(questions.filter(({ registry }) => registry === 'broken')).toHaveLength(1)
  })

  it('an asker that throws at once is a registry that fails', async () => {
    const asker: AvailabilityAsker = {
      check(registry, names) {
        if (registry === 'unknown') throw new Error('no such registry')
        return Promise.resolve(new Map(names.map((ascii) => [ascii, { available: true }])))
      },
    }
    const found = await all(rankedSuggestions([...of('unknown', 'x'), ...of('thin', 'a')], asker, options()))
    expect(found.map(({ ascii }) => ascii)).toEqual(['a'])
  })

  it('a name that the answer leaves out is not free', async () => {
    const asker: AvailabilityAsker = { check: async () => new Map([['b', { available: true }]]) }
    expect(await all(rankedSuggestions(of('thin', 'a', 'b'), asker, options()))).toEqual(of('thin', 'b'))
  })

  it('stops at the limit, asks nobody further and takes back what is on its way', async () => {
    const { asker, questions } = answering({ silent: () => never })
    const candidates = [...of('silent', 'x'), ...of('thin', 'a', 'b', 'c', 'd', 'e')]
    const found = await all(rankedSuggestions(candidates, asker, { ...options(), limit: 2 }))
    expect(found.map(({ ascii }) => ascii)).toEqual(['a', 'b'])
    expect(questions.map(({ registry }) => registry)).toEqual(['silent', 'thin'])
    expect(questions[0]?.signal.aborted).toBe(true)
  })

  it('asks nobody when it is not wanted any more or nothing is wanted', async () => {
    const { asker, questions } = answering()
    expect(await all(rankedSuggestions(of('thin', 'a'), asker, { ...options(), signal: AbortSignal.abort() }))).toEqual(
      [],
    )
    expect(await all(rankedSuggestions(of('thin', 'a'), asker, { ...options(), limit: 0 }))).toEqual([])
    expect(questions).toEqual([])
  })

  it('takes questions back when the reader leaves', async () => {
    const { asker, questions } = answering({ silent: () => never })
    for await (const first of rankedSuggestions([...of('silent', 'x'), ...of('thin', 'a', 'b')], asker, options())) {
      expect(first.ascii).toBe('a')
      break
    }
    expect(questions[0]?.signal.aborted).toBe(true)
  })
})
