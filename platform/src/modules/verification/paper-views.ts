import { createHash } from 'node:crypto'
import { watermarked } from '@yuming/papers'
import { record } from '../../kernel/audit/index.ts'
import type { Context } from '../../kernel/context.ts'
import type { OperatorActor } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { paperPurpose } from './commands/keep-paper.ts'
import { mustBeStranger } from './commands/reviewer-duties.ts'
import { PaperNotFound } from './errors.ts'
import { mustReview } from './reviewer-axes.ts'

const lifeMs = 2 * 60_000

/** Lets one reviewer look at one paper of a case for two minutes; the look is on record. @throws PaperNotFound */
export async function allowView(
  { reviewCase, paper }: { reviewCase: string; paper: string },
  { trx, clock, random, actor }: Context & { actor: OperatorActor },
): Promise<{ token: string; expiresAt: Date }> {
  const known = await trx
    .selectFrom('review_case')
    .select(['number', 'papers', 'axis', 'account'])
    .where('id', '=', reviewCase)
    .executeTakeFirst()
  if (!known?.papers.includes(paper)) throw PaperNotFound()
  mustReview(actor, known.axis)
  await mustBeStranger(trx, actor, known.account)
  const token = random.token(24)
  const now = clock.now()
  const expiresAt = new Date(now.getTime() + lifeMs)
  await trx
    .insertInto('paper_view')
    .values({ digest: digestOf(token), paper, reviewer: actor.user, made_at: now, expires_at: expiresAt })
    .execute()
  await record({ action: 'paper.viewed', subject: paper, detail: { review: known.number } }, { trx, clock, actor })
  return { token, expiresAt }
}

/** The photograph with who looks at it, and when, drawn across it. @throws PaperNotFound: no such view, another reviewer's, or over */
export async function openView(
  token: string,
  { trx, clock, actor, vault }: Pick<Context, 'trx' | 'clock'> & { actor: OperatorActor; vault: Vault },
): Promise<Buffer> {
  const view = await trx
    .selectFrom('paper_view')
    .innerJoin('identity_paper', 'identity_paper.id', 'paper_view.paper')
    .select('identity_paper.item')
    .where('paper_view.digest', '=', digestOf(token))
    .where('paper_view.reviewer', '=', actor.user)
    .where('paper_view.expires_at', '>', clock.now())
    .executeTakeFirst()
  if (!view) throw PaperNotFound()
  await trx.updateTable('paper_view').set({ opened_at: clock.now() }).where('digest', '=', digestOf(token)).execute()
  const photograph = await vault.open(trx, view.item, paperPurpose)
  return watermarked(photograph, `${actor.user.slice(0, 8)} ${clock.now().toISOString().slice(0, 16)}Z`)
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
