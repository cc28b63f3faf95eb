import { afterEach, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { systemRandom } from '../world/random.ts'
import { openPhone, type Phone, smsSignature } from './phone.ts'

const clock = { now: () => new Date('2026-11-23T02:00:00Z') }
let phone: Phone

beforeEach(() => {
  phone = openPhone({ data: temporaryFolder('phone'), clock, random: systemRandom })
})
afterEach(() => phone.close())

function send(message: object, wrong: { key?: string; timestamp?: string; sent?: string; accessKey?: string } = {}) {
  const timestamp = wrong.timestamp ?? '2026-11-23T02:01:00Z'
  const body = JSON.stringify(message)
  const signature = smsSignature(wrong.key ?? phone.secret, timestamp, body)
  return phone.accept({ accessKey: wrong.accessKey ?? phone.accessKey, timestamp, signature }, wrong.sent ?? body)
}

it('delivers a signed message, the same reference once', () => {
  const message = { to: '+8613800000000', text: '验证码 654321', reference: 'n1' }
  const first = send(message)
  expect(first).toMatchObject({ status: 200, body: { accepted: true } })
  expect(send(message)).toEqual(first)
  expect(phone.list({ to: '+8613800000000' })).toMatchObject([{ text: '验证码 654321', reference: 'n1' }])
})

it('refuses another key, another body, an old timestamp and an unknown access key', () => {
  const message = { to: '+8613800000000', text: 'x' }
  const codes = [
    send(message, { key: 'other' }),
    send(message, { sent: '{"to":"+8613900000000","text":"x"}' }),
    send(message, { timestamp: '2026-11-23T01:50:00Z' }),
    send(message, { timestamp: 'yesterday' }),
    send(message, { accessKey: 'SMSx' }),
  ].map((answer) => ('code' in answer.body ? `${answer.status} ${answer.body.code}` : answer.status))
  expect(codes).toEqual([
    '401 sms.signature',
    '401 sms.signature',
    '401 sms.timestamp',
    '401 sms.timestamp',
    '401 sms.access-key',
  ])
  expect(send({ to: '13800000000', text: 'x' })).toMatchObject({ status: 400 })
  expect(phone.list()).toEqual([])
})
