import type { Text } from '@yuming/rules'
import type { Context } from '../../../kernel/context.ts'
import { tellHolder } from '../../registrants/index.ts'
import { explained } from '../reasons/explained.ts'
import { ownExplained } from '../reasons/own-reasons.ts'

interface Ended {
  readonly number: string
  readonly account: string
  readonly template: string
  /** A-label. */
  readonly forName: string
  readonly outcome:
    | { readonly passed: true }
    | { readonly passed: false; readonly reasons: readonly string[]; readonly remark?: string }
}

/** Tells the holder how our review of a name's qualification ended, why, and what to do (S0-35). */
export async function tellQualification(
  { number, account, template, forName, outcome }: Ended,
  context: Pick<Context, 'trx' | 'clock' | 'random'>,
): Promise<void> {
  const { trx } = context
  const registered = await trx
    .selectFrom('domain')
    .select('name')
    .where('account', '=', account)
    .where('ascii', '=', forName)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  const name = registered?.name ?? forName
  const link = `/qualifications/${encodeURIComponent(name)}`
  if (outcome.passed) {
    const kind = registered ? 'qualification.passed' : 'qualification.may-register'
    return tellHolder({ template, kind, subject: number, parameters: { name, link } }, context)
  }
  const own = await ownExplained(trx, outcome.reasons)
  const [why] = outcome.reasons.flatMap((id) => own.get(id) ?? explained([id]))
  const cause: Text = why?.cause ?? { zh: '原因见页面', en: 'the page tells why' }
  const { remark } = outcome
  return tellHolder(
    {
      template,
      kind: 'qualification.failed',
      subject: number,
      parameters: {
        name,
        reason: remark === undefined ? cause : { zh: `${remark}；${cause.zh}`, en: `${remark}; ${cause.en}` },
        link,
      },
    },
    context,
  )
}
