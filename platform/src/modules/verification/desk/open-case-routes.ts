import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { record } from '../../../kernel/audit/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { findingSchema, type OperatorActor, route, textSchema } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { idParams } from '../../accounts/index.ts'
import { registrantOf } from '../../registrants/index.ts'
import { claimCase, escalateCase } from '../commands/claim-case.ts'
import type { ReviewPolicy } from '../commands/decide-review.ts'
import { isClaimedByOther, isOfAccount, mustBeStranger, seenPapers } from '../commands/reviewer-duties.ts'
import { ReviewNotFound } from '../errors.ts'
import { allPaperKinds } from '../paper-kinds.ts'
import { declaredSchema } from '../qualification/declared.ts'
import type { NamesToQualify } from '../qualification/names-to-qualify.ts'
import { declaredFindings } from '../qualification/qualification-rules.ts'
import { casesOf, eventsOf, presentCase } from '../queries.ts'
import { mustReview, reviewerRoles } from '../reviewer-axes.ts'
import { caseFields, caseState, holderType } from './case-schemas.ts'
import { holderRows, machineChecks, maskedNumber } from './machine-checks.ts'

const reviewers = { tag: 'verification', who: 'operator', role: reviewerRoles, perMinute: 240 } as const

const openCaseAnswer = z.object({
  ...caseFields,
  /** Two reviewers have to agree before it passes. */
  fourEyes: z.boolean(),
  /** You were the first of them; somebody else has to be the second. */
  firstByYou: z.boolean(),
  /** What keeps you from deciding: papers of an account that you use, or another reviewer is on it. */
  ownAccount: z.boolean(),
  claimedBy: z.string().nullable(),
  escalated: z.object({ byYou: z.boolean(), at: z.string(), note: z.string() }).nullable(),
  reasons: z.array(z.string()).readonly(),
  remark: z.string().nullable(),
  holder: z.object({
    holderType,
    name: textSchema,
    region: z.string(),
    address: textSchema,
    phone: z.string(),
    email: z.string(),
    /** Of an organisation; empty where none was given. */
    legalRepresentative: z.string(),
    certificate: z.object({
      kind: z.string(),
      /** Masked; `POST …/number` shows the whole, and is on record. */
      number: z.string(),
      issuedOn: z.string().nullable(),
      endsOn: z.string().nullable(),
    }),
  }),
  /** What a machine can tell of the rows, before a person looks. */
  checks: z.array(
    z.object({ row: z.enum(holderRows), good: z.boolean(), text: textSchema, rule: z.string().nullable() }),
  ),
  /** The name that a qualification is about. */
  about: z
    .object({
      name: z.string(),
      registered: z.boolean(),
      declared: declaredSchema,
      findings: z.array(findingSchema).readonly(),
    })
    .nullable(),
  papers: z.array(
    z.object({ id: z.string(), kind: z.string(), findings: z.array(findingSchema), seenByYou: z.boolean() }),
  ),
  timeline: z.array(z.object({ at: z.string(), kind: z.string(), title: textSchema })),
  earlier: z.array(z.object({ number: z.string(), state: caseState, reasons: z.array(z.string()).readonly() })),
})

/** One case at the desk: what was declared beside the papers, whose it is to decide, and its number on request. */
export function openCaseRoutes({
  vault,
  policy,
  names,
}: {
  vault: Vault
  policy: ReviewPolicy
  names: NamesToQualify
}) {
  return (app: FastifyInstance): void => {
    route(
      app,
      {
        ...reviewers,
        method: 'GET',
        url: 'operator/reviews/:id',
        summary: 'One case: what the holder declared, the papers, and its course; the look is on record',
        params: idParams,
        answers: { 200: openCaseAnswer },
      },
      async ({ params, actor }, { trx, clock }) => {
        const row = await caseRow(trx, params.id, actor)
        const { template: _, ...holder } = await registrantOf(trx, vault, {
          account: row.account,
          template: row.template,
        })
        const papers = await trx
          .selectFrom('identity_paper')
          .select(['id', 'kind', 'findings'])
          .where('id', 'in', row.papers)
          .execute()
        const seen = await seenPapers(trx, actor, row)
        const cases = await casesOf(trx, row.template, row.for_name, row.axis)
        await record({ action: 'review.opened', subject: row.number, detail: {} }, { trx, clock, actor })
        const { name, region, province, city, street, phone, email, legalRepresentative, certificate } = holder
        return {
          ...presentCase(row),
          fourEyes: policy.fourEyes,
          firstByYou: row.first_reviewer === actor.user,
          ownAccount: await isOfAccount(trx, actor, row.account),
          claimedBy: isClaimedByOther(actor.user, row, clock.now()) ? (row.claimed_by?.slice(0, 8) ?? null) : null,
          escalated: await escalationOf(trx, row, actor),
          holder: {
            holderType: holder.holderType,
            name,
            region,
            address: { zh: `${province.zh}${city.zh}${street.zh}`, en: [street.en, city.en, province.en].join(', ') },
            phone,
            email,
            legalRepresentative,
            certificate: {
              kind: certificate.kind,
              number: maskedNumber(certificate.number),
              issuedOn: certificate.issuedOn ?? null,
              endsOn: certificate.endsOn ?? null,
            },
          },
          checks: machineChecks(holder, clock.today()),
          about: await aboutOf(trx, row, holder, { names, today: clock.today() }),
          papers: papers
            .toSorted((a, b) => allPaperKinds.indexOf(a.kind) - allPaperKinds.indexOf(b.kind))
            .map((paper) => ({ ...paper, seenByYou: seen.includes(paper.id) })),
          timeline: await eventsOf(trx, row.id),
          earlier: cases
            .filter(({ id }) => id !== row.id)
            .map(({ number, state, reasons }) => ({ number, state, reasons })),
        }
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'operator/reviews/:id/number',
        summary: 'The whole number of the certificate; that it was asked for is on record',
        params: idParams,
        answers: { 200: z.object({ number: z.string() }) },
      },
      async ({ params, actor }, { trx, clock }) => {
        const row = await caseRow(trx, params.id, actor)
        await mustBeStranger(trx, actor, row.account)
        const { certificate } = await registrantOf(trx, vault, { account: row.account, template: row.template })
        await record({ action: 'review.number-shown', subject: row.number, detail: {} }, { trx, clock, actor })
        return { number: certificate.number }
      },
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'operator/reviews/:id/claim',
        summary: 'Keep a case for yourself for ten minutes, so that no two work on it; again to go on',
        params: idParams,
        answers: { 200: z.object({ until: z.string() }) },
      },
      async ({ params, actor }, context) => ({
        until: (await claimCase(params.id, { ...context, actor })).until.toISOString(),
      }),
    )
    route(
      app,
      {
        ...reviewers,
        method: 'POST',
        url: 'operator/reviews/:id/escalation',
        summary: 'Ask that another reviewer decides, with a word for them',
        params: idParams,
        body: z.strictObject({ note: z.string().trim().max(300).default('') }),
        answers: { 204: z.null() },
      },
      async ({ params, body, actor }, context) => {
        await escalateCase({ id: params.id, note: body.note }, { ...context, actor })
        return undefined
      },
    )
  }
}

type Row = Awaited<ReturnType<typeof caseRow>>

/** @throws ReviewNotFound: also for a case of another's queue */
async function caseRow(trx: Trx, id: string, actor: OperatorActor) {
  const row = await trx.selectFrom('review_case').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw ReviewNotFound()
  mustReview(actor, row.axis)
  return row
}

async function escalationOf(trx: Trx, { id, escalated_by, escalated_at }: Row, { user }: OperatorActor) {
  if (escalated_by === null || escalated_at === null) return null
  const event = await trx
    .selectFrom('review_event')
    .select('detail')
    .where('review_case', '=', id)
    .where('kind', '=', 'escalated')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return { byYou: escalated_by === user, at: escalated_at.toISOString(), note: String(event?.detail.note ?? '') }
}

async function aboutOf(
  trx: Trx,
  row: Row,
  holder: Parameters<NamesToQualify['against']>[1],
  { names, today }: { names: NamesToQualify; today: string },
) {
  if (row.for_name === null || row.declared === null) return null
  const known = names.find(row.for_name)
  const registered = await trx
    .selectFrom('domain')
    .select(['name', 'front'])
    .where('ascii', '=', row.for_name)
    .where('account', '=', row.account)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  const name = known?.name ?? registered?.name ?? row.for_name
  return {
    name,
    registered: registered !== undefined,
    declared: row.declared,
    findings: [
      ...names.against(name, holder, registered?.front ?? undefined, row.declared),
      ...declaredFindings({ declared: row.declared, label: known?.label ?? '', holder: holder.name, today }),
    ],
  }
}
