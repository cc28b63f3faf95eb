import { X509Certificate } from 'node:crypto'
import {
  drainPollQueue,
  EppAnswerLost,
  EppNotSent,
  type EppPool,
  EppRefused,
  type NvInput,
  nvCheck,
  nvCreate,
  nvInfo,
  nvPending,
  nvRefusal,
} from '@yuming/epp'
import { certificateKind, certificateKindOfCode } from '@yuming/identity'
import { readSignedCode, SignedCodeRefused } from '@yuming/signed-codes'
import { AnswerLost, NotSent, RetryLater } from '../../kernel/tasks/index.ts'
import type { HolderProof, ProviderAnswer, VerificationProvider } from '../../modules/verification/index.ts'

export interface ProviderOptions {
  readonly id: string
  readonly pool: EppPool
  /** PEM: whose signature under a code counts. */
  readonly trustedCertificates: readonly string[]
  /** Unique client transaction id of a query. */
  readonly clTRID: () => string
  /** Password of a signed code: whoever knows it may read the code at the provider. */
  readonly password: () => string
  readonly now: () => Date
  /** Result codes by which this provider refuses a person or a label; what else it refuses is asked again later. */
  readonly refusalCodes: readonly number[]
  readonly retryMs: number
  /** It answered a review with a code that decides nothing: somebody should look. */
  readonly outOfOrder: (code: number) => void
}

const proofTypes = ['poc', 'poe', 'poot'] as const
type ProofType = (typeof proofTypes)[number]

/** A provider reached over EPP (nv-1.0). */
export function eppVerificationProvider(options: ProviderOptions): VerificationProvider {
  const { id, pool, clTRID, password, now, refusalCodes, retryMs } = options
  const trusted = options.trustedCertificates.map((pem) => new X509Certificate(pem))

  async function create(input: NvInput, sending: { clTRID: string }): Promise<ProviderAnswer> {
    try {
      const { data } = await pool.send(nvCreate, { input, pw: password() }, { clTRID: sending.clTRID })
      if (!data) throw new EppAnswerLost('the answer has no data')
      if (data.result === 'failed') return { state: 'refused', message: data.message }
      return data.result === 'pending'
        ? { state: 'pending', code: data.code }
        : { state: 'passed', code: data.code, encoded: data.encodedSignedCode }
    } catch (error) {
      if (error instanceof EppNotSent) throw new NotSent(error.message, { cause: error })
      if (error instanceof EppAnswerLost) throw new AnswerLost(error.message, { cause: error })
      if (error instanceof EppRefused) return refusalIn(error)
      throw error
    }
  }

  /** A person or a label is refused by an answer that says so; a provider that is out of order has said nothing of them. */
  function refusalIn({ response }: EppRefused): ProviderAnswer {
    const told = nvRefusal(response)
    if (told !== undefined) return { state: 'refused', message: told }
    if (refusalCodes.includes(response.code))
      return { state: 'refused', message: response.reasons[0]?.reason ?? response.message }
    options.outOfOrder(response.code)
    throw new RetryLater(retryMs)
  }

  return {
    id,

    async checkLabels(labels) {
      const { data } = await pool.send(nvCheck, { labels }, { clTRID: clTRID() })
      return new Map(
        (data?.results ?? []).map(({ label, available, restricted, reason }) => [
          label,
          { allowed: available, restricted, ...(reason === undefined ? {} : { reason }) },
        ]),
      )
    },

    verifyHolder: (proof, sending) => create(realNameOf(proof), sending),

    verifyLabel: ({ label, holderCode }, sending) =>
      create({ kind: 'dnv', name: label, ...(holderCode === undefined ? {} : { rnvCode: holderCode }) }, sending),

    async signedCode(code) {
      try {
        const { data } = await pool.send(nvInfo, { type: 'signedCode', code }, { clTRID: clTRID() })
        return data?.kind === 'signedCode' ? data.encodedSignedCode : undefined
      } catch (error) {
        // 2304: not passed, or not yet; 2303: it knows no such verification.
        if (error instanceof EppRefused && [2303, 2304].includes(error.response.code)) return undefined
        throw error
      }
    },

    drainMessages: (keep) =>
      drainPollQueue(pool, {
        clTRID,
        async store({ data }) {
          if (!data) return
          const { code, passed, message } = nvPending.read(data)
          await keep({ code, passed, message })
        },
      }),

    proves(encoded, { code, type }) {
      try {
        const read = readSignedCode(encoded, { trusted, now: now() })
        return read.code === code && read.type === type
      } catch (error) {
        if (error instanceof SignedCodeRefused) return false
        throw error
      }
    },
  }
}

function realNameOf({ role, name, number, certificateKind: kind, pictures }: HolderProof): NvInput {
  return {
    kind: 'rnv',
    role,
    name,
    num: number,
    proofType: proofTypeOf(kind),
    documents: pictures.map((picture) => ({ fileType: 'jpg', content: picture.toString('base64') })),
  }
}

/** `poc`: identity card of a citizen, `poe`: licence of an organisation, `poot`: any other paper. */
function proofTypeOf(kind: string): ProofType {
  const stated = (certificateKind(kind) ?? certificateKindOfCode(kind))?.codes.provider
  return proofTypes.find((type) => type === stated) ?? 'poot'
}
