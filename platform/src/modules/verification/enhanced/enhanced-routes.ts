import { checkPaper } from '@yuming/papers'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { freeRoute, route, type ShopFronts } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { keepPaper } from '../commands/keep-paper.ts'
import { withdrawCase } from '../commands/withdraw-case.ts'
import { UnderReview } from '../errors.ts'
import { underReview } from '../open-cases.ts'
import { enhancedKinds, shapeOf } from '../paper-kinds.ts'
import { bodyBytes, caseAnswer, paperAnswer, pictureOf, shownCase, takePictures, uploaded } from '../paper-routes.ts'
import { makeUploadLink } from '../upload-links.ts'
import { enhancedCheckOf, shownCheck } from './enhanced-check-of.ts'
import { enhancedOperatorRoutes } from './enhanced-operator-routes.ts'
import { moveEnhancedCheck } from './move-enhanced-check.ts'
import { submitEnhancedPapers } from './submit-enhanced-papers.ts'

const kind = z.enum(enhancedKinds)
const params = z.strictObject({ name: z.string().min(3).max(260) })
const answer = z.object({
  name: z.string(),
  /** What the registry wrote. */
  words: z.string(),
  noticedOn: z.string(),
  dueOn: z.string(),
  state: z.enum(['open', 'reviewing', 'sent', 'passed', 'withdrawn']),
  turn: z.enum(['you', 'we', 'registry']).nullable(),
  /** What the registry answered to the papers. */
  answer: z.string().nullable(),
  consent: z.boolean(),
  needed: z.array(kind).readonly(),
  papers: z.array(paperAnswer),
  cases: z.array(caseAnswer),
  /** Names of the same holder on which the registry acts, when nothing is handed in. */
  names: z.array(z.string()),
})

/** 强化实名: more papers that the registry of .cn and .中国 asks for, within ten days (DUE-ENHANCED). */
export function enhancedRoutes({ vault, fronts }: { vault: Vault; fronts: ShopFronts }) {
  return (app: FastifyInstance): void => {
    takePictures(app)
    enhancedOperatorRoutes(app)
    const common = { tag: 'verification', who: 'customer', perMinute: 120 } as const
    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'domains/:name/enhanced-check',
        summary: 'What the registry asks for of the holder besides, how far it is, whose turn it is, and until when',
        params,
        answers: { 200: answer },
      },
      async ({ actor, params: { name } }, { trx }) => {
        const shown = await shownCheck(trx, await enhancedCheckOf(trx, actor, typedAscii(name)))
        return { ...shown, cases: shown.cases.map(shownCase) }
      },
    )
    const paperParams = params.extend({ kind })
    freeRoute(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'domains/:name/enhanced-check/papers/:kind',
        summary: 'A photograph of a paper that the registry asks for, as the body',
        params: paperParams,
        bodyBytes,
        answers: { 201: uploaded },
      },
      async ({ actor, params: asked, request }, withTrx) => {
        const bytes = pictureOf(request.body)
        const { template, ascii } = await withTrx(({ trx }) => enhancedCheckOf(trx, actor, typedAscii(asked.name)))
        const checked = await checkPaper(bytes, { kind: shapeOf(asked.kind), day: app.services.clock.today() })
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
        url: 'domains/:name/enhanced-check/papers/:kind',
        summary: 'Take a photograph back before it is submitted',
        params: paperParams,
        answers: { 204: z.null() },
      },
      async ({ actor, params: asked }, { trx, clock }) => {
        const { template, ascii } = await enhancedCheckOf(trx, actor, typedAscii(asked.name))
        if (await underReview(trx, { template, forName: ascii, axis: 'enhanced' })) throw UnderReview()
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
        url: 'domains/:name/enhanced-check/upload-link',
        summary: 'An address for a QR code, with which a phone takes these photographs; valid for 30 minutes',
        params,
        answers: { 201: z.object({ url: z.string(), expiresAt: z.string() }) },
      },
      async ({ actor, params: { name }, request }, context) => {
        const { template, ascii, account } = await enhancedCheckOf(context.trx, actor, typedAscii(name))
        const about = { forName: ascii, kinds: enhancedKinds }
        const link = await makeUploadLink({ account, template, origin: fronts.of(request.host).url, about }, context)
        return { url: link.url, expiresAt: link.expiresAt.toISOString() }
      },
    )
    route(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'domains/:name/enhanced-check/submit',
        summary: 'Hand these papers to our reviewers, who pass them on to the registry',
        params,
        answers: { 201: z.object({ number: z.string() }) },
      },
      async ({ actor, params: { name } }, context) =>
        submitEnhancedPapers(await enhancedCheckOf(context.trx, actor, typedAscii(name)), {
          ...context,
          actor,
          vault,
        }),
    )
    route(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'domains/:name/enhanced-check/withdrawal',
        summary: 'Take back what waits for our reviewers',
        params,
        answers: { 200: z.object({ number: z.string() }) },
      },
      async ({ actor, params: { name } }, context) => {
        const { id, template, ascii } = await enhancedCheckOf(context.trx, actor, typedAscii(name))
        const taken = await withdrawCase({ template, forName: ascii, axis: 'enhanced' }, { ...context, actor })
        await moveEnhancedCheck({ id, step: 'takeBack' }, { ...context, actor })
        return taken
      },
    )
  }
}
