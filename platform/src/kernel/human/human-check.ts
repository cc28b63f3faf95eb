import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from '../context.ts'
import { HumanCheckExpired, HumanCheckMissing, HumanCheckUsed, HumanCheckWrong } from './errors.ts'

export interface HumanCheckDeps {
  readonly secret: string
  /** How many bits of the digest have to be zero; 2^bits tries on average. */
  readonly bits?: number
}

interface Challenge {
  readonly challenge: string
  readonly bits: number
  readonly expiresAt: string
}

export interface Proof {
  readonly challenge: string
  readonly answer: string
}

export interface HumanCheck {
  /** A challenge for whom or what the question is about. */
  challenge(subject: string, context: Pick<Context, 'clock' | 'random'>): Challenge
  /** @throws HumanCheckMissing, HumanCheckWrong, HumanCheckExpired, HumanCheckUsed */
  check(proof: Proof | undefined, subject: string, context: Pick<Context, 'trx' | 'clock'>): Promise<void>
}

const lifeMs = 10 * 60_000

/**
 * What a script must not ask a thousand times costs a proof of work, which the page finds by itself in a moment and a
 * thousand questions pay for a thousand times, beside the limit of each caller. It is no puzzle of pictures or sounds: such
 * a puzzle shuts out who cannot see or hear it (WCAG 2.2, 3.3.8 and 1.1.1), and comes as a rule from a third party that
 * would learn who asks. A challenge is good once, for one purpose and one subject of it.
 */
export function humanCheck({
  secret,
  bits,
  purpose,
  challenges,
}: Required<HumanCheckDeps> & {
  readonly purpose: string
  /** The route that gives them out, as a person would type it. */
  readonly challenges: string
}): HumanCheck {
  // Read from its end, the text is the challenge of one subject only: nothing behind the subject has a dot in it.
  const sign = (subject: string, expires: number, nonce: string, hard: number) =>
    createHmac('sha256', secret).update(`human check\n${purpose}\n${subject}.${expires}.${nonce}.${hard}`).digest()

  return {
    challenge(subject, { clock, random }) {
      const expires = clock.now().getTime() + lifeMs
      const nonce = random.token(12)
      const mac = sign(subject, expires, nonce, bits).toString('base64url')
      return { challenge: `${expires}.${nonce}.${bits}.${mac}`, bits, expiresAt: new Date(expires).toISOString() }
    },

    async check(proof, subject, { trx, clock }) {
      if (!proof) throw HumanCheckMissing(challenges)
      const [expiresText = '', nonce = '', bitsText = '', mac = ''] = proof.challenge.split('.')
      const expires = Number(expiresText)
      const hard = Number(bitsText)
      const given = Buffer.from(mac, 'base64url')
      const own = sign(subject, expires, nonce, hard)
      if (given.length !== own.length || !timingSafeEqual(given, own)) throw HumanCheckWrong()
      const now = clock.now()
      if (expires <= now.getTime()) throw HumanCheckExpired()
      if (zeroBits(createHash('sha256').update(`${proof.challenge}.${proof.answer}`).digest()) < hard)
        throw HumanCheckWrong()
      await trx.deleteFrom('human_challenge').where('expires_at', '<', now).execute()
      const { numInsertedOrUpdatedRows: fresh } = await trx
        .insertInto('human_challenge')
        .values({ mac: own, expires_at: new Date(expires) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (!fresh) throw HumanCheckUsed()
    },
  }
}

/** How many bits are zero before the first that is not. */
function zeroBits(digest: Buffer): number {
  const at = digest.findIndex((byte) => byte !== 0)
  return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at] ?? 0) - 24
}
