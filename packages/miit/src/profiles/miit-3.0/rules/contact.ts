import type { Person } from '../../../model/person.ts'
import type { Writing } from '../../../shape/writing.ts'

const phone = /^[0-9-]+$/
const mobile = /^1\d{10}$/
// No part may take what the next one can: a long text of dots is read once.
const email = /^[^\s@;]+@[^\s@;][^\s@;.]*\.[^\s@;]+$/

/** What the schema leaves open: it only counts characters. */
export function personIsReachable(person: Person, to: Writing): void {
  if (person.officePhones?.some((number) => !phone.test(number)))
    to.at('officePhones', () =>
      to.problem('form', { zh: '办公电话只能含数字和“-”', en: 'An office phone has digits and hyphens only' }, 1010),
    )
  if (person.mobile !== undefined && !mobile.test(person.mobile))
    to.at('mobile', () =>
      to.problem(
        'form',
        { zh: '手机号码须为 11 位数字', en: 'A mobile number has eleven digits and begins with 1' },
        1011,
      ),
    )
  if (person.emails?.some((address) => !email.test(address)))
    to.at('emails', () => to.problem('form', { zh: '电子邮箱格式错误', en: 'It is no e-mail address' }, 1009))
}

export const isPhone = (text: string): boolean => /^\+?[0-9-.]+$/.test(text)
export const isEmail = (text: string): boolean => email.test(text)
