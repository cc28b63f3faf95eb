import { checkPaper } from '@yuming/papers'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findingSchema, freeRoute, route, type ShopFronts, textSchema } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { lockTemplate, templateOf } from '../../registrants/index.ts'
import { keepPaper } from '../commands/keep-paper.ts'
import { withdrawCase } from '../commands/withdraw-case.ts'
import { NoQualification, UnderReview } from '../errors.ts'
import { underReview } from '../open-cases.ts'
import { qualificationKinds } from '../paper-kinds.ts'
import { bodyBytes, caseAnswer, paperAnswer, pictureOf, shownCase, takePictures, uploaded } from '../paper-routes.ts'
import { makeUploadLink } from '../upload-links.ts'
import { declaredSchema } from './declared.ts'
import { type NamesToQualify, type NameToQualify, papersFor } from './names-to-qualify.ts'
import { qualificationState } from './qualification-state.ts'
import { submitQualification } from './submit-qualification.ts'

const kind = z.enum(qualificationKinds)
const params = z.strictObject({ name: z.string().min(3).max(260) })
const ofTemplate = z.strictObject({ template: z.uuid() })
const answer = z.object({
  name: z.string(),
  ascii: z.string(),
  kind: z.enum(['trademark', 'organisation', 'licence', 'government']),
  registered: z.boolean(),
  template: z
    .object({
      id: z.string(),
      name: textSchema,
      holderType: z.enum(['person', 'organisation']),
      identity: z.enum(['unverified', 'reviewing', 'verified', 'failed']),
    })
    .nullable(),
  consent: z.boolean(),
  needed: z.array(kind).readonly(),
  /** What may help, and need not be there. */
  further: z.array(kind).readonly(),
  papers: z.array(paperAnswer),
  /** What stands against this holder having the name. */
  findings: z.array(findingSchema).readonly(),
  turn: z.enum(['you', 'we', 'registry']).nullable(),
  cases: z.array(caseAnswer.extend({ declared: declaredSchema.nullable() })),
  registry: z.object({ state: z.enum(['passed', 'failed']), heard: z.string() }).nullable(),
})

/** Proving the right to a name that only some may hold, before it is registered or after (S0-35, S1-53…S1-56, S1-94). */
export function qualificationRoutes({
  vault,
  names,
  fronts,
}: {
  vault: Vault
  names: NamesToQualify
  fronts: ShopFronts
}) {
  return (app: FastifyInstance): void => {
    takePictures(app)
    const common = { tag: 'verification', who: 'customer', perMinute: 120 } as const
    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'qualifications/:name',
        summary: 'What has to be handed in for a name that only some may hold, how far it is, and whose turn it is',
        params,
        query: z.strictObject({ template: z.uuid().optional() }),
        answers: { 200: answer },
      },
      async ({ actor, params: { name }, query, request }, { trx }) => {
        const front = fronts.of(request.host).kind
        const about = found(names, name)
        const state = await qualificationState(trx, actor, { about, asked: query.template, names, front })
        return {
          ...state,
          cases: state.cases.map(({ declared, ...one }) => ({ ...shownCase({ ...one, declared }), declared })),
        }
      },
    )
    const paperParams = params.extend({ kind })
    freeRoute(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'qualifications/:name/papers/:kind',
        summary: 'A photograph of a paper that proves the right to the name, as the body',
        params: paperParams,
        query: ofTemplate,
        bodyBytes,
        answers: { 201: uploaded },
      },
      async ({ actor, params: asked, query: { template }, request }, withTrx) => {
        const bytes = pictureOf(request.body)
        const { ascii } = found(names, asked.name)
        await withTrx(({ trx }) => templateOf(trx, actor, template))
        const checked = await checkPaper(bytes, { kind: 'other', day: app.services.clock.today() })
        const kept = await withTrx((context) =>
          keepPaper(
            { template, kind: asked.kind, via: 'computer', checked, forName: ascii },
            { ...context, actor, vault },
          ),
        )
        return { ...kept, findings: checked.findings }
      },
    )
    route(
      app,
      {
        ...common,
        method: 'DELETE',
        url: 'qualifications/:name/papers/:kind',
        summary: 'Take a paper back before it is submitted',
        params: paperParams,
        query: ofTemplate,
        answers: { 204: z.null() },
      },
      async ({ actor, params: asked, query: { template } }, { trx, clock }) => {
        const { ascii } = found(names, asked.name)
        await lockTemplate(trx, { account: actor.account, id: template })
        if (await underReview(trx, { template, forName: ascii, axis: 'qualification' })) throw UnderReview()
        const removed = await trx
          .updateTable('identity_paper')
          .set({ removed_at: clock.now() })
          .where('template', '=', template)
          .where('for_name', '=', ascii)
          .where('kind', '=', asked.kind)
          .where('removed_at', 'is', null)
          .returning('item')
          .execute()
        for (const { item } of removed) await vault.keepUntil(trx, item, clock.today(), 'taken-back')
        return undefined
      },
    )
    route(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'qualifications/:name/upload-link',
        summary: 'An address for a QR code, with which a phone takes these papers; valid for 30 minutes',
        params,
        query: ofTemplate,
        answers: { 201: z.object({ url: z.string(), expiresAt: z.string() }) },
      },
      async ({ actor, params: { name }, query: { template }, request }, context) => {
        const { ascii, kind: needs } = found(names, name)
        const { id } = await templateOf(context.trx, actor, template)
        const { needed, further } = papersFor[needs]
        const about = { forName: ascii, kinds: [...needed, ...further] }
        const link = await makeUploadLink(
          { account: actor.account, template: id, origin: fronts.of(request.host).url, about },
          context,
        )
        return { url: link.url, expiresAt: link.expiresAt.toISOString() }
      },
    )
    route(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'qualifications/:name/submit',
        summary: 'Hand the papers to our reviewers, with what they say; they cannot be changed meanwhile',
        params,
        query: ofTemplate,
        body: declaredSchema,
        answers: { 201: z.object({ number: z.string(), findings: z.array(findingSchema).readonly() }) },
      },
      async ({ actor, params: { name }, query: { template }, body, request }, context) =>
        submitQualification(
          { about: found(names, name), template, declared: body, front: fronts.of(request.host).kind },
          names,
          {
            ...context,
            actor,
            vault,
          },
        ),
    )
    route(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'qualifications/:name/withdrawal',
        summary: 'Take back what waits for our reviewers',
        params,
        query: ofTemplate,
        answers: { 200: z.object({ number: z.string() }) },
      },
      async ({ actor, params: { name }, query: { template } }, context) => {
        await lockTemplate(context.trx, { account: actor.account, id: template })
        return withdrawCase({ template, forName: found(names, name).ascii }, { ...context, actor })
      },
    )
  }
}

/** @throws NoQualification */
function found(names: NamesToQualify, name: string): NameToQualify {
  const about = names.find(name)
  if (!about) throw NoQualification()
  return about
}
