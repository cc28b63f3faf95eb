import type { z } from 'zod'
import type { batchAnswer, issuedAnswer, operatedAnswer, promotionAnswer } from './answers.ts'
import type { IssuedCodes } from './commands/issue-codes.ts'
import type { batchesOf, issuersOf, WholePromotion } from './queries.ts'
import type { RunningPromotion } from './terms.ts'

type Terms = WholePromotion['terms'][number]

export function presentPromotion(running: RunningPromotion): z.input<typeof promotionAnswer> {
  return { id: running.id, product: running.product, ...presentGiven(running), needsCode: running.by_code }
}

export function presentOperated(
  { promotion, terms, held, used }: WholePromotion,
  today: string,
): z.input<typeof operatedAnswer> {
  const begun = terms.filter(({ from_day }) => from_day <= today).at(-1)
  const first = begun ?? terms[0]
  const over = begun?.until_day != null && begun.until_day < today
  const state = !begun || (over && terms.at(-1) !== begun) ? 'coming' : over ? 'over' : 'running'
  return {
    id: promotion.id,
    product: promotion.product,
    byCode: promotion.by_code,
    state: promotion.ended_at !== null ? 'ended' : state,
    madeAt: promotion.made_at.toISOString(),
    endedAt: promotion.ended_at?.toISOString() ?? null,
    held,
    used,
    now: first ? presentTerms(first) : null,
    terms: terms.map(presentTerms),
  }
}

export function presentBatch(
  row: Awaited<ReturnType<typeof batchesOf>>[number],
  { now, issuers }: { now: Date; issuers: Awaited<ReturnType<typeof issuersOf>> },
): z.input<typeof batchAnswer> {
  const { id, codes, uses, used, from_at, until_at, ended_at, issued_by, issued_at, issuer, account_email } = row
  return {
    id,
    codes,
    uses,
    used,
    from: from_at.toISOString(),
    until: until_at.toISOString(),
    state: ended_at !== null ? 'ended' : until_at <= now ? 'expired' : from_at > now ? 'coming' : 'good',
    issuedBy: issued_by,
    issuer: issuers.find((one) => one.id === issuer)?.name ?? null,
    account: account_email,
    issuedAt: issued_at.toISOString(),
  }
}

export function presentIssued({ batch, codes, from, until }: IssuedCodes): z.input<typeof issuedAnswer> {
  return { batch, codes, from: from.toISOString(), until: until.toISOString() }
}

function presentGiven(given: Omit<Terms, 'id' | 'promotion'>) {
  return {
    title: { zh: given.title_zh, en: given.title_en },
    suffixes: given.suffixes,
    kind: given.kind,
    value: given.value,
    until: given.until_day,
    firstOrderOnly: given.first_order_only,
  }
}

function presentTerms(terms: Terms) {
  return {
    ...presentGiven(terms),
    from: terms.from_day,
    mostUses: terms.most_uses,
    mostUsesEach: terms.most_uses_each,
    note: terms.note,
    madeBy: terms.made_by,
    madeAt: terms.made_at.toISOString(),
  }
}
