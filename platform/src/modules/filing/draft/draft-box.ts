import { z } from 'zod'
import type { Vault } from '../../../kernel/vault/index.ts'
import { draftBody } from './draft-schemas.ts'

const purpose = 'filing.draft'

/** What somebody said of filings that this platform cannot see. */
export const statedBody = z.strictObject({
  subjectFiled: z.boolean().optional(),
  subjectNumber: z.string().trim().max(40).optional(),
  domainFiled: z.boolean().optional(),
  /** Whether the domain is filed under the same subject. */
  sameSubject: z.boolean().optional(),
  /** Number of the service that is filed elsewhere. */
  serviceNumber: z.string().trim().max(40).optional(),
})
export type Stated = z.output<typeof statedBody>

/** Numbers that the bureaus’ register told when the order was begun: what is filed elsewhere goes by them. */
const registeredBody = z.strictObject({
  subjectNumber: z.string().optional(),
  /** Of services, by the A-label of their domain. */
  services: z.record(z.string(), z.string()),
})

const stored = draftBody.extend({ stated: statedBody.optional(), registered: registeredBody.optional() })
export type StoredDraft = z.output<typeof stored>

export function boxDraft(vault: Vault, draft: StoredDraft): Promise<Buffer> {
  return vault.box(JSON.stringify(draft), purpose)
}

export async function openDraft(vault: Vault, box: Buffer): Promise<StoredDraft> {
  return stored.parse(JSON.parse(await vault.unbox(box, purpose)))
}
