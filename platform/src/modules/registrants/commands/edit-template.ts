import { sql } from 'kysely'
import type { z } from 'zod'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { scheduleEmailDuty } from '../email-duty.ts'
import { holderFixed, templateLocked, templateNotFound, templateRefused } from '../errors.ts'
import { readHolder } from '../holder.ts'
import { forgetUnused, identityOf, recordIdentity } from '../identity/identity-record.ts'
import { lockAccount } from '../lock-account.ts'
import { templateOf } from '../queries.ts'
import { holderFindings } from '../rules.ts'
import type { editBody, HolderInformation, Template } from '../schemas.ts'
import { identityShown } from '../states.ts'
import { askUnlessAsked, makeDefault, tailOf } from './create-template.ts'
import { moveIdentity } from './move-identity.ts'

/**
 * Corrects a template while nobody relies on it: unverified, failed, or refused by a registry. Type and holder never change, that would be a new
 * holder (过户).
 * @throws templateNotFound, templateLocked, holderFixed, templateRefused (findings), tooManyAttempts
 */
export async function editTemplate(
  { id, ...input }: z.output<typeof editBody> & { id: string },
  { actor, locale, origin, vault }: { actor: CustomerActor; locale: 'zh' | 'en'; origin: string; vault: Vault },
  context: Context,
): Promise<Template> {
  const { trx, clock } = context
  await lockAccount(trx, actor.account)
  const known = await trx
    .selectFrom('registrant_template')
    .select(['identity', 'verified_at', 'refused_at', 'holder_type', 'name_zh', 'email', 'identity_record'])
    .where('id', '=', id)
    .where('account', '=', actor.account)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!known) throw templateNotFound()
  const shown = identityShown(known)
  if (shown === 'reviewing' || shown === 'verified') throw templateLocked()
  if (known.holder_type !== input.holderType || known.name_zh !== input.name.zh) throw holderFixed()
  const holder = await readCorrection(input, { account: actor.account, template: id }, { trx, vault })
  refuse(templateRefused, holderFindings(holder, clock.today()))
  // What is corrected is not what was verified.
  if (known.identity === 'verified') await moveIdentity(id, 'correct', { trx, clock })
  const identity = await recordIdentity(actor.account, holder, { ...context, vault })
  await trx
    .updateTable('registrant_template')
    .set({
      name_en: holder.name.en,
      contact_zh: holder.contact.zh,
      contact_en: holder.contact.en,
      legal_representative: holder.legalRepresentative,
      region: holder.region,
      province_zh: holder.province.zh,
      province_en: holder.province.en,
      city_zh: holder.city.zh,
      city_en: holder.city.en,
      street_zh: holder.street.zh,
      street_en: holder.street.en,
      postcode: holder.postcode,
      phone: holder.phone,
      email: holder.email,
      certificate_kind: holder.certificate.kind,
      identity_record: identity,
      certificate_tail: tailOf(holder.certificate.number),
      certificate_issued_on: holder.certificate.issuedOn ?? null,
      certificate_ends_on: holder.certificate.endsOn ?? null,
      revision: sql`revision + 1`,
    })
    .where('id', '=', id)
    .execute()
  if (identity !== known.identity_record) await forgetUnused(trx, known.identity_record)
  if (input.default) await makeDefault(actor.account, { id, holderType: holder.holderType }, context)
  const template = await templateOf(trx, actor, id)
  if (holder.email.toLowerCase() !== known.email.toLowerCase() && !template.emailVerified) {
    await scheduleEmailDuty(id, context)
    await askUnlessAsked({ account: actor.account, email: holder.email, locale, origin }, context)
  }
  await record({ action: 'template.edited', subject: id }, { trx, clock, actor })
  return template
}

/** A number that stays away is that of before, of the same kind of paper; another paper has another number. */
async function readCorrection(
  input: z.output<typeof editBody>,
  template: { account: string; template: string },
  { trx, vault }: { trx: Trx; vault: Vault },
): Promise<HolderInformation> {
  const { certificate, ...rest } = input
  const asGiven = readHolder({ ...rest, certificate: { ...certificate, number: certificate.number ?? '' } })
  if (certificate.number !== undefined) return asGiven
  const known = await identityOf(trx, vault, template)
  if (known.kind !== asGiven.certificate.kind) return asGiven
  return { ...asGiven, certificate: { ...asGiven.certificate, number: known.number } }
}
