import { z } from 'zod'

/** The answer to a challenge, beside what is asked. */
export const proofBody = z
  .strictObject({ challenge: z.string().max(200), answer: z.string().regex(/^[\w-]{1,40}$/) })
  .optional()
  .describe('Proof of work for a challenge: SHA-256 of `challenge.answer` begins with as many zero bits as it says')

export const challengeAnswer = z.object({ challenge: z.string(), bits: z.int(), expiresAt: z.iso.datetime() })
