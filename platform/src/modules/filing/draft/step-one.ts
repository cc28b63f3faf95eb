import { serviceKinds, wishes } from '@yuming/filing'
import { z } from 'zod'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { FiledNotFound } from '../errors.ts'
import { filedImage } from '../filed/filed-image.ts'
import { type StoredDraft, statedBody } from './draft-box.ts'
import { type DraftSubject, subjectBody } from './draft-schemas.ts'
import { asIdentified, prefilledSubject } from './prefilled.ts'

/** What the type of an order follows from (验证备案类型, S3-26). */
export const stepOneBody = z.strictObject({
  wish: z.enum(wishes).default('file'),
  /** A holder of the account: name and paper are theirs, and are not asked for again. */
  template: z.uuid().optional(),
  subject: subjectBody.optional(),
  domains: z
    .array(z.string().trim().min(1).max(260))
    .max(20)
    .default([])
    .meta({ examples: [['shanyue.cn']] }),
  kind: z.enum(serviceKinds).default('website'),
  /** What is filed elsewhere, where this platform cannot see it. */
  stated: statedBody.optional(),
  /** Number of what is filed already and is to be changed or cancelled. */
  filed: z.string().trim().max(40).optional(),
})
export type StepOne = z.output<typeof stepOneBody>

export interface BegunDraft {
  readonly draft: StoredDraft
  readonly template: string | null
  readonly subject: string | null
  readonly service: string | null
}

/** The first draft of an order: pre-filled from the verified identity, or from what is filed. @throws templateNotFound, FiledNotFound */
export async function beginDraft(
  { wish, template, subject = {}, domains, kind, stated, filed }: StepOne,
  { trx, actor, vault }: Pick<Context, 'trx'> & { actor: CustomerActor; vault: Vault },
): Promise<BegunDraft> {
  if (filed !== undefined) {
    const image = await filedImage(trx, vault, { account: actor.account, number: filed })
    if (!image) throw FiledNotFound()
    const draft = { ...image.draft, ...(stated && { stated }) }
    const { subject: of, service, template: ofTemplate } = image
    return { draft, template: ofTemplate, subject: of, service }
  }
  const known = template && (await prefilledSubject(trx, vault, { account: actor.account, template }))
  const written: DraftSubject = known ? asIdentified({ ...known, ...subject }, known) : subject
  const names = wish === 'file' || wish === 'claim' ? [...new Set(domains)] : []
  // An App may be filed without a domain of its own.
  const begun = names.length > 0 || (wish === 'file' && kind !== 'website')
  const services = begun ? [{ kind, domains: names }] : []
  return {
    draft: { subject: written, services, ...(stated && { stated }) },
    template: template ?? null,
    subject: null,
    service: null,
  }
}
