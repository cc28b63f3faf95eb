import type { z } from 'zod'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { askEmailVerification } from '../../accounts/index.ts'
import { templateRefused, tooManyTemplates } from '../errors.ts'
import { readHolder } from '../holder.ts'
import { recordIdentity } from '../identity/identity-record.ts'
import { lockAccount } from '../lock-account.ts'
import { templateOf } from '../queries.ts'
import { holderFindings } from '../rules.ts'
import type { Template, templateBody } from '../schemas.ts'

const mostTemplates = 500

/**
 * Keeps a holder template and asks its address to prove itself (S0-05, S1-110).
 * @throws templateRefused (findings), tooManyTemplates, tooManyAttempts (too many messages to one address)
 */
export async function createTemplate(
  input: z.output<typeof templateBody>,
  { actor, locale, origin, vault }: { actor: CustomerActor; locale: 'zh' | 'en'; origin: string; vault: Vault },
  context: Context,
): Promise<Template> {
  const { trx, clock, random } = context
  const holder = readHolder(input)
  refuse(templateRefused, holderFindings(holder, clock.today()))
  await lockAccount(trx, actor.account)
  const mine = trx
    .selectFrom('registrant_template')
    .where('account', '=', actor.account)
    .where('deleted_at', 'is', null)
  const { count } = await mine.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  if (count >= mostTemplates) throw tooManyTemplates()
  const sameType = await mine.select('id').where('holder_type', '=', holder.holderType).limit(1).executeTakeFirst()
  const isDefault = input.default ?? sameType === undefined
  const id = random.uuid()
  await trx
    .insertInto('registrant_template')
    .values({
      id,
      account: actor.account,
      holder_type: holder.holderType,
      name_zh: holder.name.zh,
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
      identity_record: await recordIdentity(actor.account, holder, { ...context, vault }),
      certificate_tail: tailOf(holder.certificate.number),
      certificate_issued_on: holder.certificate.issuedOn ?? null,
      certificate_ends_on: holder.certificate.endsOn ?? null,
      identity: 'unverified',
      is_default: false,
      created_at: clock.now(),
    })
    .execute()
  if (isDefault) await makeDefault(actor.account, { id, holderType: holder.holderType }, context)
  const template = await templateOf(trx, actor, id)
  if (!template.emailVerified)
    await askUnlessAsked({ account: actor.account, email: holder.email, locale, origin }, context)
  return template
}

/** Offers a template first among those of its holder type. The caller has locked the account. */
export async function makeDefault(
  account: string,
  { id, holderType }: { id: string; holderType: 'person' | 'organisation' },
  { trx }: Pick<Context, 'trx'>,
): Promise<void> {
  const mine = trx.updateTable('registrant_template').where('account', '=', account)
  await mine.set({ is_default: false }).where('holder_type', '=', holderType).where('is_default', '=', true).execute()
  await mine.set({ is_default: true }).where('id', '=', id).execute()
}

// Several templates may share an address; the message that is under way proves it for all of them.
export async function askUnlessAsked(
  asked: Parameters<typeof askEmailVerification>[0],
  context: Context,
): Promise<void> {
  const underWay = await context.trx
    .selectFrom('email_verification')
    .select('email')
    .where('account', '=', asked.account)
    .where('email', '=', asked.email.toLowerCase())
    .where('expires_at', '>', context.clock.now())
    .executeTakeFirst()
  if (!underWay) await askEmailVerification(asked, context)
}

/** The last four characters, and never more than half of a short number; the 0 of a paper without a number is no secret. */
export function tailOf(number: string): string {
  return number === '0' ? number : number.slice(number.length - Math.min(4, Math.floor(number.length / 2)))
}
