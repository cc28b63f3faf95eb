import { integer, text } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import type { DomainRecord, TransferRecord } from './domain-record.ts'
import type { ContactRecord } from './objects.ts'
import type { ReviewKind } from './reviews/review-record.ts'

/** What a poll message carries beside its sentence. */
export type MessageBody =
  | { readonly kind: 'plain'; readonly says: string }
  | {
      readonly kind: 'domain-transfer'
      readonly says: string
      readonly name: string
      readonly transfer: TransferRecord
    }
  | { readonly kind: 'contact-transfer'; readonly says: string; readonly id: string; readonly transfer: TransferRecord }
  /** The review of a holder was decided. */
  | {
      readonly kind: 'holder-reviewed'
      readonly says: string
      readonly contact: ContactRecord
      readonly operation: 'custom'
      readonly op: ReviewOperation
      readonly reason: string
      readonly state: 'after'
    }
  /** How a change that was answered 1001 ended (RFC 5731 §3.3). */
  | {
      readonly kind: 'pending-ended'
      readonly says: string
      readonly name: string
      readonly done: boolean
      readonly clTRID: string
      readonly svTRID: string
    }
  | { readonly kind: 'low-balance'; readonly says: string; readonly balanceFen: number; readonly thresholdFen: number }
  /** The registry changed the name by itself (RFC 8590). */
  | {
      readonly kind: 'changed'
      readonly says: string
      /** Whether `domain` is the name before or after the change. */
      readonly state: 'before' | 'after'
      readonly domain: DomainRecord
      /** `custom`: a review was decided, and nothing of the name is another now. */
      readonly operation: 'update' | 'delete' | 'autoRenew' | 'autoDelete' | 'custom'
      readonly op?: ReviewOperation
      /** At most 32 characters. */
      readonly reason: string
    }

/** The sub-operation of a change that follows from a review, or the name of a custom one (RFC 8590 §3.1.1). */
export type ReviewOperation = `${ReviewKind}-review`

export interface Message {
  readonly id: number
  readonly at: string
  readonly body: MessageBody
}

/** Each registrar's poll queue, oldest first. */
export class Messages {
  readonly #store: Store
  readonly #clock: Clock

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  add(clientId: string, body: MessageBody): void {
    this.#store.run(
      'insert into message (client_id, at, body) values (?, ?, ?)',
      clientId,
      this.#clock.now().toISOString(),
      JSON.stringify(body),
    )
  }

  first(clientId: string): Message | undefined {
    const row = this.#store.get('select * from message where client_id = ? order by id limit 1', clientId)
    return row && { id: integer(row, 'id'), at: text(row, 'at'), body: JSON.parse(text(row, 'body')) as MessageBody }
  }

  count(clientId: string): number {
    return Number(this.#store.get('select count(*) as n from message where client_id = ?', clientId)?.n ?? 0)
  }

  /** @returns whether there was such a message in this registrar's queue */
  remove(clientId: string, id: string): boolean {
    if (!/^\d{1,15}$/.test(id)) return false
    return this.#store.run('delete from message where client_id = ? and id = ?', clientId, Number(id)) === 1
  }
}
