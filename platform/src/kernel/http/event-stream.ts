import { once } from 'node:events'
import type { FastifyReply } from 'fastify'

export interface Streaming {
  /** Aborted when the reader has gone. */
  readonly gone: AbortSignal
  /** Resolves when the reader has taken what was sent so far, or has gone. */
  drained(): Promise<void>
}

/** One answer as text/event-stream (WHATWG HTML §9.2). */
export interface EventStream extends Streaming {
  send(event: string, data: unknown): void
}

/** One answer as JSON lines. */
export interface LineStream extends Streaming {
  send(line: unknown): void
}

/** Answers with the events that `work` sends (@throws TooManyStreams before it begins), and ends with it: what fails inside breaks the stream off, which the reader sees. */
export function eventStream(reply: FastifyReply, work: (stream: EventStream) => Promise<void>): Promise<undefined> {
  return streamed(reply, 'text/event-stream; charset=utf-8', (write, streaming) =>
    work({ ...streaming, send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`) }),
  )
}

/** One answer as a table (RFC 4180), to be saved under a name. */
export interface CsvStream extends Streaming {
  send(row: readonly string[]): void
}

/** Answers with rows; the mark in front tells spreadsheets that it is UTF-8. */
export function csvStream(
  reply: FastifyReply,
  fileName: string,
  work: (stream: CsvStream) => Promise<void>,
): Promise<undefined> {
  const headers = { 'content-disposition': `attachment; filename="${fileName}"` }
  return streamed(
    reply,
    'text/csv; charset=utf-8',
    (write, streaming) => {
      write('\ufeff')
      return work({ ...streaming, send: (row) => write(`${row.map(csvCell).join(',')}\r\n`) })
    },
    headers,
  )
}

// A cell that begins like a formula would be worked out by a spreadsheet.
const csvCell = (text: string) => `"${(/^[=+@\t\r-]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Answers with JSON values, one a line. */
export function lineStream(reply: FastifyReply, work: (stream: LineStream) => Promise<void>): Promise<undefined> {
  return streamed(reply, 'application/x-ndjson; charset=utf-8', (write, streaming) =>
    work({ ...streaming, send: (line) => write(`${JSON.stringify(line)}\n`) }),
  )
}

async function streamed(
  reply: FastifyReply,
  contentType: string,
  work: (write: (text: string) => void, streaming: Streaming) => Promise<void>,
  headers: Readonly<Record<string, string>> = {},
): Promise<undefined> {
  const { request, raw } = reply
  const leave = reply.server.services.streams.enter({ account: request.actor?.account, ip: request.ip })
  raw.once('close', leave)
  reply.hijack()
  raw.writeHead(200, {
    'content-type': contentType,
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    ...headers,
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
    await work(
      // What is there together leaves together: a write costs more than a line.
      (text) => {
        pending += text
        if (pending.length > mostPending) flush()
        else scheduled ??= setImmediate(flush)
      },
      {
        gone: gone.signal,
        async drained() {
          if (raw.writableNeedDrain && !gone.signal.aborted)
            await once(raw, 'drain', { signal: gone.signal }).catch(() => undefined)
        },
      },
    )
    flush()
    raw.end()
  } catch (error) {
    if (!gone.signal.aborted) reply.log.error({ err: error }, 'a streamed answer broke off')
    raw.destroy()
  } finally {
    if (scheduled) clearImmediate(scheduled)
  }
  return undefined
}

/** Characters that may wait for the end of the turn. */
const mostPending = 64 * 1024
