import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../../kernel/clock/index.ts'
import { QuickLinkGone } from './errors.ts'

/** Long enough to find the phone and to sign up with it. */
const lifeMs = 15 * 60_000

const content = z.strictObject({ n: z.array(z.string()).min(1), e: z.int() })

export interface QuickLink {
  readonly names: readonly string[]
  readonly expiresAt: Date
}

/** Addresses that hand an order to a phone: signed by us, short-lived, and nothing of them is kept. */
export function quickLinks({ secret, origin, clock }: { secret: string; origin: string; clock: Clock }) {
  const sign = (payload: string) => createHmac('sha256', secret).update(`quick-order\0${payload}`).digest()
  return {
    make(names: readonly string[]): { url: string; token: string; expiresAt: Date } {
      const expiresAt = new Date(clock.now().getTime() + lifeMs)
      const payload = Buffer.from(JSON.stringify({ n: names, e: expiresAt.getTime() })).toString('base64url')
      const token = `${payload}.${sign(payload).toString('base64url')}`
      return { url: `${origin}/quick/${token}`, token, expiresAt }
    },
    /** @throws QuickLinkGone for one that is over, and for one that we did not make */
    read(token: string): QuickLink {
      const [payload = '', signature = ''] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const ours = sign(payload)
      if (given.length !== ours.length || !timingSafeEqual(given, ours)) throw QuickLinkGone()
      const { n: names, e } = content.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
      if (e <= clock.now().getTime()) throw QuickLinkGone()
      return { names, expiresAt: new Date(e) }
    },
  }
}
