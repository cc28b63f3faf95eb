import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventsIn, type StreamEvent } from './events-in.ts'

async function read(...chunks: string[]): Promise<StreamEvent[]> {
  const given = (async function* () {
    yield* chunks
  })()
  const events: StreamEvent[] = []
  for await (const event of eventsIn(given)) events.push(event)
  return events
}

describe('events of a stream', () => {
  it('reads a name, joins lines of data, and calls an event without a name a message', async () => {
    expect(await read('event: row\ndata: {"a":\ndata: 1}\n\ndata: 2\n\n')).toEqual([
      { event: 'row', data: { a: 1 } },
      { event: 'message', data: 2 },
    ])
  })

  it('passes over comments that keep the line open, and an end without its empty line', async () => {
    expect(await read(': still here\n\nevent: done\ndata: {}\n\nevent: row\ndata: {"cut":')).toEqual([
      { event: 'done', data: {} },
    ])
  })

  it('reads the same events however the network cuts them, with LF and with CRLF', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ event: fc.constantFrom('plan', 'row', 'done'), data: fc.jsonValue() }), { maxLength: 5 }),
        fc.array(fc.nat(300), { maxLength: 8 }),
        fc.boolean(),
        async (events, cuts, crlf) => {
          const end = crlf ? '\r\n' : '\n'
          const whole = events
            .map(({ event, data }) => `event: ${event}${end}data: ${JSON.stringify(data)}${end}${end}`)
            .join('')
          const places = [...new Set([0, ...cuts.filter((cut) => cut < whole.length), whole.length])].sort(
            (a, b) => a - b,
          )
          const chunks = places.slice(1).map((place, index) => whole.slice(places[index], place))
          expect(await read(...chunks)).toEqual(JSON.parse(JSON.stringify(events)))
        },
      ),
    )
  })
})
