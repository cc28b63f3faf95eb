import { AnswerLost, NotSent, RetryLater } from '../../kernel/tasks/index.ts'
import type { ProviderAnswer, VerificationProvider } from '../verification/index.ts'
import { residentId } from './person-findings.ts'

export type Heard = ProviderAnswer | { readonly state: 'unanswered' }

/** A person waits at the dialog: what has not come by then is said to be missing. */
const patienceMs = 15_000

/**
 * Asks the provider about name and number alone (RNV of nv-1.0 without documents). To ask twice decides nothing anew, so an
 * answer that was lost is simply missing; a code that proves nothing is none.
 */
export async function askAboutPerson(
  provider: VerificationProvider,
  { name, number, clTRID }: { name: string; number: string; clTRID: string },
): Promise<Heard> {
  const proof = { role: 'person', name, number, certificateKind: residentId, pictures: [] } as const
  const heard = await inTime(provider.verifyHolder(proof, { clTRID }))
  if (heard.state !== 'passed') return heard
  return provider.proves(heard.encoded, { code: heard.code, type: 'real-name' }) ? heard : { state: 'unanswered' }
}

/** How a check that was pending stands now. */
export async function askHowItEnded(provider: VerificationProvider, code: string): Promise<Heard> {
  const encoded = await inTime(
    provider.signedCode(code).then((signed) => ({ state: 'passed', code, encoded: signed ?? '' }) as const),
  )
  if (encoded.state !== 'passed') return encoded
  if (encoded.encoded === '') return { state: 'pending', code }
  return provider.proves(encoded.encoded, { code, type: 'real-name' }) ? encoded : { state: 'unanswered' }
}

async function inTime(answer: Promise<ProviderAnswer>): Promise<Heard> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Heard>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'unanswered' }), patienceMs)
  })
  try {
    return await Promise.race([answer.catch(silent), late])
  } finally {
    clearTimeout(timer)
  }
}

function silent(error: unknown): Heard {
  if (error instanceof NotSent || error instanceof AnswerLost || error instanceof RetryLater)
    return { state: 'unanswered' }
  throw error
}
