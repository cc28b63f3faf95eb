import type { FilingOperation } from '@yuming/miit'
import { integer, text, textOrNull } from '../store/columns.ts'
import type { Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'

/** What an upload asks for, on its way: SMS check, then review, then an end. */
export interface BureauRequest {
  readonly id: number
  readonly bureau: string
  readonly operation: FilingOperation
  /** The bureau's `Bs` and `Jlid` of it. */
  readonly resultKey: string | null
  readonly recordId: string | null
  /** The record as uploaded, without its pictures. */
  readonly record: string
  readonly certificate: string | null
  readonly domains: readonly string[]
  /** Bureau id of what it changes or cancels. */
  readonly target: string | null
  readonly title: string
  readonly state: 'sms' | 'review' | 'approved' | 'refused'
  readonly madeAt: string
  readonly smsUntil: string | null
  readonly wrongCodes: number
  readonly dueAt: string | null
  readonly opinion: string | null
}

export type NewRequest = Pick<
  BureauRequest,
  'bureau' | 'operation' | 'resultKey' | 'recordId' | 'record' | 'certificate' | 'domains' | 'target' | 'title'
>

export class Requests {
  readonly #store: Store
  readonly #clock: Clock

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  add(request: NewRequest, state: 'sms' | 'review', smsUntil: Date | null): BureauRequest {
    this.#store.run(
      `insert into request (bureau, operation, result_key, record_id, record, certificate, domains, target, title, state, made_at, sms_until)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      request.bureau,
      request.operation,
      request.resultKey,
      request.recordId,
      request.record,
      request.certificate,
      JSON.stringify(request.domains),
      request.target,
      request.title,
      state,
      this.#clock.now().toISOString(),
      smsUntil?.toISOString() ?? null,
    )
    return this.get(Number(this.#store.get('select last_insert_rowid() as id')?.id))
  }

  get(id: number): BureauRequest {
    const row = this.#store.get('select * from request where id = ?', id)
    if (!row) throw Object.assign(new Error('no such request'), { statusCode: 404 })
    return requestOf(row)
  }

  open(): BureauRequest[] {
    return this.#store.all('select * from request where ended_at is null order by id').map(requestOf)
  }

  list(): BureauRequest[] {
    return this.#store.all('select * from request order by id desc limit 200').map(requestOf)
  }

  toReview(id: number, dueAt: Date | null): void {
    this.#store.run(
      `update request set state = 'review', due_at = ? where id = ?`,
      dueAt ? dueAt.toISOString() : null,
      id,
    )
  }

  countWrongCode(id: number): number {
    this.#store.run('update request set wrong_codes = wrong_codes + 1 where id = ?', id)
    return this.get(id).wrongCodes
  }

  end(id: number, state: 'approved' | 'refused', opinion: string): void {
    this.#store.run(
      'update request set state = ?, opinion = ?, due_at = null, ended_at = ? where id = ?',
      state,
      opinion,
      this.#clock.now().toISOString(),
      id,
    )
  }
}

function requestOf(row: Row): BureauRequest {
  return {
    id: integer(row, 'id'),
    bureau: text(row, 'bureau'),
    operation: text(row, 'operation') as FilingOperation,
    resultKey: textOrNull(row, 'result_key'),
    recordId: textOrNull(row, 'record_id'),
    record: text(row, 'record'),
    certificate: textOrNull(row, 'certificate'),
    domains: JSON.parse(text(row, 'domains')) as string[],
    target: textOrNull(row, 'target'),
    title: text(row, 'title'),
    state: text(row, 'state') as BureauRequest['state'],
    madeAt: text(row, 'made_at'),
    smsUntil: textOrNull(row, 'sms_until'),
    wrongCodes: integer(row, 'wrong_codes'),
    dueAt: textOrNull(row, 'due_at'),
    opinion: textOrNull(row, 'opinion'),
  }
}
