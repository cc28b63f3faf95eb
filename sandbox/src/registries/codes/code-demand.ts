import type { X509Certificate } from 'node:crypto'
import type { NameCompliance } from '@yuming/epp'
import { readSignedCode, SignedCodeRefused } from '@yuming/signed-codes'
import type { Store } from '../../store/store.ts'
import { addDays } from '../calendar.ts'
import type { DomainRecord, SetCode } from '../domain-record.ts'
import { Refused } from '../refused.ts'

/** `refuse`: no create without codes. `hold`: the name is made, but on hold until an update brings them. */
export type CodeDemand = 'none' | 'refuse' | 'hold'

const wanted = ['domain', 'real-name'] as const
const dueDays = 5

/** Types of codes that a name still wants. */
export const missingOf = (codes: readonly SetCode[]): string[] =>
  wanted.filter((type) => !codes.some((code) => code.type === type))

/** Which verification codes a registry demands, and whose it believes. */
export class Codes {
  readonly #store: Store
  readonly #trusted: readonly X509Certificate[]

  constructor(store: Store, trusted: readonly X509Certificate[]) {
    this.#store = store
    this.#trusted = trusted
  }

  get demand(): CodeDemand {
    const value = this.#store.get(`select value from setting where name = 'codes'`)?.value
    return value === 'refuse' || value === 'hold' ? value : 'none'
  }

  set demand(demand: CodeDemand) {
    this.#store.run(
      `insert into setting (name, value) values ('codes', ?) on conflict (name) do update set value = excluded.value`,
      demand,
    )
  }

  /** @throws Refused 2306 for a code that proves nothing */
  read(encoded: readonly string[], now: Date): SetCode[] {
    return encoded.map((one) => {
      try {
        const { type, code } = readSignedCode(one, { trusted: this.#trusted, now })
        return { type, code, date: now.toISOString() }
      } catch (error) {
        if (error instanceof SignedCodeRefused)
          throw new Refused(2306, `A verification code is refused: ${error.because}`)
        throw error
      }
    })
  }

  /** What a new name gets. @throws Refused 2306 when codes are demanded and missing */
  forNew(encoded: readonly string[], now: Date): Pick<DomainRecord, 'codes' | 'statuses'> {
    const codes = this.read(encoded, now)
    const missing = missingOf(codes)
    const { demand } = this
    if (missing.length > 0 && demand === 'refuse')
      throw new Refused(2306, `Verification codes are missing: ${missing.join(', ')}`)
    const held = missing.length > 0 && demand === 'hold'
    return { ...(codes.length > 0 ? { codes } : {}), statuses: held ? ['serverHold'] : [] }
  }

  /** The name with the codes that came late; the hold for want of them ends when all are there. */
  withMore(domain: DomainRecord, encoded: readonly string[], now: Date): DomainRecord {
    if (encoded.length === 0) return domain
    const more = this.read(encoded, now)
    const before = domain.codes ?? []
    const codes = [...before.filter(({ type }) => !more.some((one) => one.type === type)), ...more]
    // A hold that reviews put there ends with them.
    const complete = !domain.holds && missingOf(before).length > 0 && missingOf(codes).length === 0
    const statuses = complete ? domain.statuses.filter((status) => status !== 'serverHold') : domain.statuses
    return { ...domain, codes, statuses }
  }

  /** Codes themselves are shown to the sponsor only. @param isReviewed whether the name goes on hold without them */
  complianceOf(domain: DomainRecord, isOurs: boolean, now: Date, isReviewed: boolean): NameCompliance {
    const codes = domain.codes ?? []
    const missing = missingOf(codes)
    if (missing.length > 0 && this.demand === 'none' && !isReviewed) return { status: 'notApplicable', profiles: [] }
    const due = addDays(domain.crDate, dueDays)
    const status = missing.length === 0 ? 'compliant' : due > now.toISOString() ? 'pendingCompliance' : 'nonCompliant'
    return {
      status,
      profiles: [
        {
          name: 'china',
          status,
          ...(missing.length > 0 ? { missing: missing.map((type) => ({ type, due })) } : {}),
          ...(isOurs && codes.length > 0 ? { set: codes } : {}),
        },
      ],
    }
  }
}
