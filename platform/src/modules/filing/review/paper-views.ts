import { createHash } from 'node:crypto'
import { watermarked } from '@yuming/papers'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import { OwnOrder, PaperNotFound } from '../errors.ts'
import { paperPurpose } from '../papers/keep-paper.ts'

const lifeMs = 2 * 60_000

/** Lets one reviewer look at one paper of an order for two minutes; the look is on record. @throws PaperNotFound, OwnOrder */
export async function allowView(
  { number, paper }: { number: string; paper: string },
  { trx, clock, random, actor }: Context & { actor: OperatorActor },
): Promise<{ token: string; expiresAt: Date }> {
  const row = await trx
    .selectFrom('filing_paper')
    .innerJoin('filing_order', 'filing_order.id', 'filing_paper.filing_order')
    .select('filing_order.account')
    .where('filing_paper.id', '=', paper)
    .where('filing_order.number', '=', number)
    .where('filing_order.state', '<>', 'draft')
    .where('filing_paper.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw PaperNotFound()
  if (await isOfAccount(trx, actor, row.account)) throw OwnOrder()
  const token = random.token(24)
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + lifeMs)
  await trx
    .insertInto('filing_paper_view')
    .values({ digest: digestOf(token), paper, reviewer: actor.user, made_at: now, expires_at: expiresAt })
    .execute()
  await record({ action: 'filing.paper-viewed', subject: paper, detail: { filing: number } }, { trx, clock, actor })
  return { token, expiresAt }
}

/** The picture with who looks at it, and when, drawn across it. @throws PaperNotFound: no such view, another reviewer's, or over */
export async function openView(
  token: string,
  { trx, clock, actor, vault }: Pick<Context, 'trx' | 'clock'> & { actor: OperatorActor; vault: Vault },
): Promise<Buffer> {
  const view = await trx
    .selectFrom('filing_paper_view')
    .innerJoin('filing_paper', 'filing_paper.id', 'filing_paper_view.paper')
    .select('filing_paper.item')
    .where('filing_paper_view.digest', '=', digestOf(token))
    .where('filing_paper_view.reviewer', '=', actor.user)
    .where('filing_paper_view.expires_at', '>', clock.now())
    .executeTakeFirst()
  if (!view) throw PaperNotFound()
  await trx
    .updateTable('filing_paper_view')
    .set({ opened_at: clock.now() })
    .where('digest', '=', digestOf(token))
    .execute()
  const picture = await vault.open(trx, view.item, paperPurpose)
  return watermarked(picture, `${actor.user.slice(0, 8)} ${clock.now().toISOString().slice(0, 16)}Z`)
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
