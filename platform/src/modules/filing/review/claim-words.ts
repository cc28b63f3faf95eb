import { z } from 'zod'
import type { StoredDraft } from '../draft/draft-box.ts'

const numbers = z.object({ subjectNumber: z.string().nullable(), serviceNumbers: z.array(z.string()) })

/** Numbers of a claim: what its owner said, beside what the bureaus' register told of its domains. */
export const claimWords = z.object({ stated: numbers, registered: numbers })

export function claimOf({
  stated,
  registered,
}: Pick<StoredDraft, 'stated' | 'registered'>): z.output<typeof claimWords> {
  return {
    stated: {
      subjectNumber: stated?.subjectNumber ?? null,
      serviceNumbers: stated?.serviceNumber === undefined ? [] : [stated.serviceNumber],
    },
    registered: {
      subjectNumber: registered?.subjectNumber ?? null,
      serviceNumbers: [...new Set(Object.values(registered?.services ?? {}))],
    },
  }
}
