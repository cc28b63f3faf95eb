import type { NvInput } from '@yuming/epp'
import { type SigningKey, signCode } from '@yuming/signed-codes'
import { integer, text, textOrNull } from '../store/columns.ts'
import type { Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import type { Script } from './scripts.ts'

export interface Verification {
  readonly code: string
  readonly clientId: string
  readonly kind: 'dnv' | 'rnv'
  /** The label, or the holder's name. */
  readonly subject: string
  readonly input: NvInput
  readonly password: string
  readonly state: 'pending' | 'passed' | 'refused'
  readonly crDate: string
  readonly message?: string
  readonly signed?: string
}

/** The code's type as registries know it. */
export const typeOf = (kind: Verification['kind']): 'domain' | 'real-name' => (kind === 'dnv' ? 'domain' : 'real-name')

/** Everything submitted, and what became of it. */
export class Verifications {
  readonly #store: Store
  readonly #clock: Clock
  readonly #key: SigningKey

  constructor(store: Store, clock: Clock, key: SigningKey) {
    this.#store = store
    this.#clock = clock
    this.#key = key
  }

  /** Submits; passes at once unless the script wants it later or by hand. */
  add(clientId: string, input: NvInput, password: string, script: Script | undefined): Verification {
    const now = this.#clock.now()
    const id = Number(this.#store.get('select coalesce(max(id), 0) + 1 as id from verification')?.id ?? 1)
    const code = `1-${typeOf(input.kind) === 'domain' ? 'D' : 'R'}${String(id).padStart(8, '0')}`
    const later = script?.decision === 'approve-later'
    const due = later ? new Date(now.getTime() + (script.minutes ?? 0) * 60_000).toISOString() : null
    this.#store.run(
      `insert into verification (code, client_id, kind, subject, input, password, state, cr_date, due_at)
       values (?, ?, ?, ?, ?, ?, 'pending', ?, ?)`,
      code,
      clientId,
      input.kind,
      input.name,
      JSON.stringify(input),
      password,
      now.toISOString(),
      due,
    )
    if (!later && script?.decision !== 'by-hand') this.#end(code, true, null)
    return this.find(code) ?? fail(code)
  }

  find(code: string): Verification | undefined {
    const row = this.#store.get('select * from verification where code = ?', code)
    return row && verificationOf(row)
  }

  list(limit = 100): Verification[] {
    return this.#store.all('select * from verification order by id desc limit ?', limit).map(verificationOf)
  }

  /** Those whose time has come on the sandbox's clock. */
  due(): Verification[] {
    return this.#store
      .all(`select * from verification where state = 'pending' and due_at <= ?`, this.#clock.now().toISOString())
      .map(verificationOf)
  }

  /** Ends a pending one and puts the news into its registrar's queue. */
  decide(code: string, passed: boolean, message: string): Verification | undefined {
    if (this.find(code)?.state !== 'pending') return undefined
    this.#end(code, passed, message)
    const ended = this.find(code) ?? fail(code)
    const at = this.#clock.now().toISOString()
    const body = { code, type: typeOf(ended.kind), passed, message, paDate: at }
    this.#store.run(
      'insert into message (client_id, at, body) values (?, ?, ?)',
      ended.clientId,
      at,
      JSON.stringify(body),
    )
    return ended
  }

  setPassword(code: string, password: string): void {
    this.#store.run('update verification set password = ? where code = ?', password, code)
  }

  firstMessage(clientId: string): { id: number; at: string; body: string } | undefined {
    const row = this.#store.get('select * from message where client_id = ? order by id limit 1', clientId)
    return row && { id: integer(row, 'id'), at: text(row, 'at'), body: text(row, 'body') }
  }

  countMessages(clientId: string): number {
    return Number(this.#store.get('select count(*) as n from message where client_id = ?', clientId)?.n ?? 0)
  }

  removeMessage(clientId: string, id: string): boolean {
    if (!/^\d{1,15}$/.test(id)) return false
    return this.#store.run('delete from message where client_id = ? and id = ?', clientId, Number(id)) === 1
  }

  #end(code: string, passed: boolean, message: string | null): void {
    const kind = this.find(code)?.kind ?? 'dnv'
    const signed = passed ? signCode({ type: typeOf(kind), code }, this.#key) : null
    this.#store.run(
      'update verification set state = ?, message = ?, signed = ?, due_at = null where code = ?',
      passed ? 'passed' : 'refused',
      message,
      signed,
      code,
    )
  }
}

function fail(code: string): never {
  throw new Error(`the verification ${code} is gone`)
}

function verificationOf(row: Row): Verification {
  const message = textOrNull(row, 'message')
  const signed = textOrNull(row, 'signed')
  return {
    code: text(row, 'code'),
    clientId: text(row, 'client_id'),
    kind: text(row, 'kind') as Verification['kind'],
    subject: text(row, 'subject'),
    input: JSON.parse(text(row, 'input')) as NvInput,
    password: text(row, 'password'),
    state: text(row, 'state') as Verification['state'],
    crDate: text(row, 'cr_date'),
    ...(message === null ? {} : { message }),
    ...(signed === null ? {} : { signed }),
  }
}
