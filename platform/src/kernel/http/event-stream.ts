import { once } from 'node:events'
import type { FastifyReply } from 'fastify'

/** One answer as text/event-stream (WHATWG HTML §9.2). */
export interface EventStream {
  /** Aborted when the reader has gone. */
  readonly gone: AbortSignal
  send(event: string, data: unknown): void
  /** Resolves when the reader has taken what was sent so far, or has gone. */
  drained(): Promise<void>
}

/** Answers with the events that `work` sends, and ends with it: what fails inside ends the stream, which the reader sees as cut off. */
export async function eventStream(
  reply: FastifyReply,
  work: (stream: EventStream) => Promise<void>,
): Promise<undefined> {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  const gone = new AbortController()
  raw.once('close', () => gone.abort())
  let pending = ''
  let scheduled: NodeJS.Immediate | undefined
  const flush = () => {
    scheduled = undefined
    if (pending !== '' && !raw.destroyed) raw.write(pending)
    pending = ''
  }
  try {
    await work({
      gone: gone.signal,
      // Events that are there together leave together: a write costs more than the event.
      send(event, data) {
        pending += `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
        scheduled ??= setImmediate(flush)
      },
      async drained() {
        if (raw.writableNeedDrain && !gone.signal.aborted)
          await once(raw, 'drain', { signal: gone.signal }).catch(() => undefined)
      },
    })
    if (scheduled) clearImmediate(scheduled)
    flush()
    raw.end()
  } catch (error) {
    reply.log.error({ err: error }, 'an event stream broke off')
    raw.destroy()
  } finally {
    if (scheduled) clearImmediate(scheduled)
  }
  return undefined
}
