import { reasonFor } from '@yuming/identity'
import type { Text } from '@yuming/rules'
import type { Context } from '../../kernel/context.ts'
import { tellHolder } from '../registrants/index.ts'
import { explained } from './reasons/explained.ts'
import { ownExplained } from './reasons/own-reasons.ts'

export type Outcome =
  | { readonly passed: true }
  | {
      readonly passed: false
      /** Of the dictionary; none when the provider said something that it does not have. */
      readonly reasons: readonly string[]
      readonly heard?: string
    }

const unheard: Text = { zh: '照页面上的原因改正后再交', en: 'Correct what the page names and hand it in again' }

/** Tells a holder how the review of an identity ended, with cause and remedy of the first reason (S4-24, S4-32). */
export async function tellOutcome(
  { number, template, outcome }: { number: string; template: string; outcome: Outcome },
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const { trx } = context
  const row = await trx
    .selectFrom('registrant_template')
    .select(['name_zh', 'name_en'])
    .where('id', '=', template)
    .executeTakeFirst()
  if (!row) return
  const holder = row.name_zh || row.name_en
  const link = `/templates/${template}`
  if (outcome.passed)
    return tellHolder({ template, kind: 'identity.passed', subject: number, parameters: { holder, link } }, context)
  const own = await ownExplained(trx, outcome.reasons)
  const heard = outcome.heard === undefined ? undefined : reasonFor(outcome.heard)
  const [why] = [
    ...outcome.reasons.flatMap((id) => own.get(id) ?? explained([id])),
    ...(heard?.known ? heard.reasons : []),
  ]
  return tellHolder(
    {
      template,
      kind: 'identity.failed',
      subject: number,
      parameters: {
        holder,
        reason: why?.cause ?? outcome.heard ?? { zh: '原因见页面', en: 'the page tells why' },
        remedy: why?.remedy ?? unheard,
        link,
      },
    },
    context,
  )
}
