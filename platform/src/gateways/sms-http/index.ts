import { createHmac } from 'node:crypto'
import type { Clock } from '../../kernel/clock/index.ts'
import type { ShortMessageGateway } from '../../modules/notices/ports.ts'

export interface SmsOptions {
  readonly endpoint: string
  readonly accessKey: string
  readonly secret: string
  readonly clock: Clock
  readonly timeoutMs?: number
}

/** Short messages over signed HTTP. The signature is hex HMAC-SHA256(secret, timestamp + body); `reference` stops repeats. */
export function smsOverHttp({
  endpoint,
  accessKey,
  secret,
  clock,
  timeoutMs = 10_000,
}: SmsOptions): ShortMessageGateway {
  return {
    async send({ id, to, text }) {
      const body = JSON.stringify({ to: to.replace('.', ''), text, reference: id })
      const timestamp = clock.now().toISOString()
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-sms-access-key': accessKey,
          'x-sms-timestamp': timestamp,
          'x-sms-signature': createHmac('sha256', secret)
            .update(timestamp + body)
            .digest('hex'),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (!response.ok) throw new Error(`the short message service answered ${response.status}`)
      return `${response.status} ${(await response.text()).slice(0, 500)}`
    },
  }
}
