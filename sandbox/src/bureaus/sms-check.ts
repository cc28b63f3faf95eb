import type { Person } from '@yuming/miit'
import { integer, text } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import { digits, type Random } from '../world/random.ts'

/** In force in all provinces since 2020-08-17 (24 hours; the sixth wrong code sends the request back). */
export const smsHours = 24
export const mostWrongCodes = 5

/** Who has to answer: each mobile once. */
export function phonesOf(persons: readonly Person[]): string[] {
  return [...new Set(persons.flatMap(({ mobile }) => (mobile ? [mobile] : [])))]
}

/** The ministry's codes (短信核验) for the requests that wait for them. */
export class SmsCheck {
  readonly #store: Store
  readonly #random: Random
  readonly #deliver: (to: string, message: string) => void

  constructor(store: Store, random: Random, deliver: (to: string, message: string) => void) {
    this.#store = store
    this.#random = random
    this.#deliver = deliver
  }

  send(request: number, phones: readonly string[], page: string): void {
    for (const phone of phones) {
      const code = digits(this.#random, 6)
      this.#store.run('insert into sms_code (request, phone, code) values (?, ?, ?)', request, phone, code)
      this.#deliver(
        `+86${phone}`,
        `【工信部ICP备案】验证码${code}。请在${smsHours}小时内打开${page}，填写手机号与验证码完成核验，逾期申请将被退回。`,
      )
    }
  }

  /** True: this phone's code is right. */
  confirm(request: number, phone: string, code: string, at: Date): boolean {
    return (
      this.#store.run(
        'update sms_code set confirmed_at = ? where request = ? and phone = ? and code = ? and confirmed_at is null',
        at.toISOString(),
        request,
        phone,
        code,
      ) === 1
    )
  }

  /** Requests that still want this phone's code, oldest first. */
  waitingFor(phone: string): number[] {
    return this.#store
      .all(
        `select request from sms_code join request on request.id = sms_code.request
         where phone = ? and confirmed_at is null and state = 'sms' order by request`,
        phone,
      )
      .map((row) => integer(row, 'request'))
  }

  isComplete(request: number): boolean {
    const row = this.#store.get(
      'select count(*) as n from sms_code where request = ? and confirmed_at is null',
      request,
    )
    return Number(row?.n ?? 0) === 0
  }

  phones(request: number): { phone: string; confirmed: boolean }[] {
    return this.#store
      .all('select phone, confirmed_at from sms_code where request = ? order by id', request)
      .map((row) => ({ phone: text(row, 'phone'), confirmed: row.confirmed_at !== null }))
  }
}
