import type { Context } from '../../kernel/context.ts'
import { tellHolder } from '../registrants/index.ts'
import { askedHolderChange } from './asked-holder-change.ts'

type Telling = Pick<Context, 'trx' | 'clock' | 'random'>

const page = (name: string) => `/domains/${name}`

/** A name has gone to another holder: whoever had it hears of it as well (S4-15). */
export async function tellHolderChanged(
  { name, from, to }: { name: string; from: string; to: string },
  context: Telling,
): Promise<void> {
  const holder = await context.trx
    .selectFrom('registrant_template')
    .select(['name_zh', 'name_en'])
    .where('id', '=', to)
    .executeTakeFirst()
  if (!holder) return
  await tellHolder(
    {
      template: to,
      also: from,
      kind: 'domain.holder-changed',
      subject: name,
      parameters: { name, holder: holder.name_zh || holder.name_en, link: page(name) },
    },
    context,
  )
}

/** A change of holder has ended without effect: the holder hears why, as far as anybody said (S4-16). */
export async function tellHolderKept(
  { name, ascii, template, account }: { name: string; ascii: string; template: string; account: string },
  context: Telling,
): Promise<void> {
  const asked = await askedHolderChange(context.trx, ascii)
  await tellHolder(
    {
      template,
      manager: account,
      kind: 'domain.holder-change-failed',
      subject: name,
      parameters: { name, reason: asked?.reason ?? { zh: '原因见页面', en: 'the page tells why' }, link: page(name) },
    },
    context,
  )
}
