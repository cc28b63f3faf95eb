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
})
export type Stated = z.output<typeof statedBody>

const stored = draftBody.extend({ stated: statedBody.optional() })
export type StoredDraft = z.output<typeof stored>

export function boxDraft(vault: Vault, draft: StoredDraft): Promise<Buffer> {
  return vault.box(JSON.stringify(draft), purpose)
}

export async function openDraft(vault: Vault, box: Buffer): Promise<StoredDraft> {
  return stored.parse(JSON.parse(await vault.unbox(box, purpose)))
}
