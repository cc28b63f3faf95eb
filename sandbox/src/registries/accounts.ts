import { createHash, timingSafeEqual } from 'node:crypto'
import { integer, text } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import { Refused } from './refused.ts'

export interface AccountEntry {
  readonly at: string
  readonly kind: string
  readonly subject: string
  readonly fen: number
  readonly balanceFen: number
}

/** The registrars' prepaid accounts, in fen. */
export class Accounts {
  readonly #store: Store
  readonly #clock: Clock
  readonly #lowFen: number
  readonly #low: (clientId: string, balanceFen: number, thresholdFen: number) => void

  constructor(
    store: Store,
    clock: Clock,
    lowFen: number,
    low: (clientId: string, balanceFen: number, thresholdFen: number) => void,
  ) {
    this.#store = store
    this.#clock = clock
    this.#lowFen = lowFen
    this.#low = low
  }

  /** Makes the account unless it exists. */
  ensure(clientId: string, password: string, balanceFen: number): void {
    this.#store.run(
      'insert into account (client_id, password_sha256, balance_fen) values (?, ?, ?) on conflict do nothing',
      clientId,
      digest(password),
      balanceFen,
    )
  }

  signIn(clientId: string, password: string): boolean {
    const row = this.#store.get('select password_sha256 from account where client_id = ?', clientId)
    if (!row) return false
    return timingSafeEqual(Buffer.from(text(row, 'password_sha256')), Buffer.from(digest(password)))
  }

  changePassword(clientId: string, password: string): void {
    this.#store.run('update account set password_sha256 = ? where client_id = ?', digest(password), clientId)
    this.#store.run('update credential set password = ? where client_id = ?', password, clientId)
  }

  balance(clientId: string): number {
    const row = this.#store.get('select balance_fen from account where client_id = ?', clientId)
    return row ? integer(row, 'balance_fen') : 0
  }

  canPay(clientId: string, fen: number): boolean {
    return this.balance(clientId) >= fen
  }

  /** @throws Refused 2104 when the balance is too low */
  charge(clientId: string, fen: number, kind: string, subject: string): void {
    const before = this.balance(clientId)
    if (before < fen) throw new Refused(2104, 'The account balance is too low')
    this.#book(clientId, before, -fen, kind, subject)
  }

  /** Books without asking; positive adds to the account. */
  post(clientId: string, fen: number, kind: string, subject: string): void {
    this.#book(clientId, this.balance(clientId), fen, kind, subject)
  }

  #book(clientId: string, before: number, fen: number, kind: string, subject: string): void {
    if (fen === 0) return
    const after = before + fen
    this.#store.run('update account set balance_fen = ? where client_id = ?', after, clientId)
    this.#store.run(
      'insert into entry (client_id, at, kind, subject, fen, balance_fen) values (?, ?, ?, ?, ?, ?)',
      clientId,
      this.#clock.now().toISOString(),
      kind,
      subject,
      fen,
      after,
    )
    if (after < this.#lowFen && before >= this.#lowFen) this.#low(clientId, after, this.#lowFen)
  }

  setBalance(clientId: string, fen: number): void {
    this.post(clientId, fen - this.balance(clientId), 'set', clientId)
  }

  entries(clientId: string, limit = 50): AccountEntry[] {
    return this.#store
      .all('select * from entry where client_id = ? order by id desc limit ?', clientId, limit)
      .map((row) => ({
        at: text(row, 'at'),
        kind: text(row, 'kind'),
        subject: text(row, 'subject'),
        fen: integer(row, 'fen'),
        balanceFen: integer(row, 'balance_fen'),
      }))
  }
}

function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}
