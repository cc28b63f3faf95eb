import type { MessageQueue } from '../frame/response.ts'
import { poll } from '../poll/poll.ts'
import type { XmlElement } from '../xml/element.ts'
import { EppRefused } from './errors.ts'
import type { EppPool } from './pool.ts'

/** One message as it came. Data and extensions that nobody knows stay raw (RFC 9038). */
export interface PolledMessage {
  readonly queue: MessageQueue
  readonly data?: XmlElement
  readonly extensions: readonly XmlElement[]
  readonly raw: string
}

/**
 * Reads the queue until it is empty (1300). Each message is stored durably by `store` before it is acknowledged; one that
 * was acknowledged already (2303) is no error. Run one reader per account. Returns how many messages were stored.
 */
export async function drainPollQueue(
  pool: EppPool,
  options: { clTRID: () => string; store(message: PolledMessage): Promise<void>; most?: number },
): Promise<number> {
  const most = options.most ?? 10_000
  for (let stored = 0; ; stored++) {
    if (stored >= most) return stored
    const answer = await pool.send(poll, { op: 'req' }, { clTRID: options.clTRID() })
    if (answer.code === 1300 || !answer.queue) return stored
    await options.store({
      queue: answer.queue,
      ...(answer.data ? { data: answer.data } : {}),
      extensions: answer.extensions,
      raw: answer.raw,
    })
    await pool
      .send(poll, { op: 'ack', msgID: answer.queue.id }, { clTRID: options.clTRID() })
      .catch((error: unknown) => {
        if (!(error instanceof EppRefused && error.response.code === 2303)) throw error
      })
  }
}
