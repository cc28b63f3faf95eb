import { useState } from 'react'
import { post } from './client.ts'
import { ApiProblem } from './problem.ts'

/**
 * Asks for a code by SMS. Where many were asked for within the hour the API wants to see that no script asks: the page
 * finds the proof by itself, and says that it does while it takes.
 */
export function usePhoneCode(): {
  readonly proving: boolean
  /** `phone` as the API writes it. @throws ApiProblem */
  readonly ask: (path: string, phone: string, body: object) => Promise<void>
} {
  const [proving, setProving] = useState(false)
  const ask = async (path: string, phone: string, body: object) => {
    try {
      await post(path, body)
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem && refusal.code === 'human-check.missing')) throw refusal
      setProving(true)
      try {
        // Few need it: the arithmetic is fetched with the first challenge.
        const { newProof } = await import('./human-proof.ts')
        const { challenge, answer } = await newProof('auth/phone/challenges', { phone })
        await post(path, { ...body, human: { challenge, answer } })
      } finally {
        setProving(false)
      }
    }
  }
  return { proving, ask }
}
