import { paperKinds } from '@yuming/filing'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findingSchema, freeRoute, route } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { pictureBytes, pictureOf, takePictures } from '../../verification/index.ts'
import { lockOrder, ownOrder } from '../orders.ts'
import { checkStages, checkView } from '../photo/check-row.ts'
import { byNumber } from '../schemas.ts'
import { isOpen } from '../states.ts'
import { checkKind } from './check-kind.ts'
import { keepPaper, removePaper } from './keep-paper.ts'
import { papersOfOrder } from './papers-of-order.ts'
import { makeUploadLink, openUploadLink } from './upload-links.ts'

const tag = 'filing'
const common = { tag, who: 'customer', perMinute: 120 } as const
const kind = z.enum(paperKinds)
const ofService = z.strictObject({
  /** Key of the service that the paper belongs to; the subject's otherwise. */
  service: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
})
const kept = z.object({ id: z.string(), kind, findings: z.array(findingSchema).readonly() })

/** Papers of an order, by the computer or by a phone that came through a QR code (S3-47, S3-52…S3-55). */
export function filingPaperRoutes({ vault, origin }: { vault: Vault; origin: string }) {
  return (app: FastifyInstance): void => {
    takePictures(app)
    freeRoute(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'filings/:number/papers/:kind',
        summary: 'A picture of a paper, as the body; told at once what is wrong with it',
        params: byNumber.extend({ kind }),
        query: ofService,
        bodyBytes: pictureBytes,
        answers: { 201: kept },
      },
      async ({ actor, params, query, request }, withTrx) => {
        const bytes = pictureOf(request.body)
        await withTrx(({ trx }) => ownOrder(trx, actor.account, params.number))
        const checked = await checkKind(params.kind, bytes, app.services.clock.today())
        const paper = await withTrx((context) =>
          keepPaper(
            { number: params.number, kind: params.kind, service: query.service ?? null, via: 'computer', checked },
            { ...context, vault, account: actor.account },
          ),
        )
        return paper
      },
    )
    route(
      app,
      {
        ...common,
        method: 'DELETE',
        url: 'filings/:number/papers/:id',
        summary: 'Take a paper back before the order is submitted',
        params: byNumber.extend({ id: z.uuid() }),
        answers: { 204: z.null() },
      },
      async ({ actor, params }, { trx, clock }) => {
        await removePaper(params, { trx, clock, vault, account: actor.account })
        return undefined
      },
    )
    route(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'filings/:number/upload-link',
        summary: 'An address for a QR code, with which a phone takes the pictures; valid for 30 minutes',
        params: byNumber,
        answers: { 201: z.object({ url: z.string(), expiresAt: z.string() }) },
      },
      async ({ actor, params }, context) => {
        const { id } = await ownOrder(context.trx, actor.account, params.number)
        const { url, expiresAt } = await makeUploadLink({ account: actor.account, order: id, origin }, context)
        return { url, expiresAt: expiresAt.toISOString() }
      },
    )
    phoneRoutes(app, vault)
  }
}

/** What a phone does that came by the QR code: the link stands for its owner, for this one order only. */
function phoneRoutes(app: FastifyInstance, vault: Vault): void {
  const token = z.string().regex(/^[\w-]{20,64}$/)
  route(
    app,
    {
      tag,
      who: 'anyone',
      perMinute: 60,
      method: 'GET',
      url: 'filing-uploads/:token',
      summary: 'What a link of a QR code has so far',
      params: z.strictObject({ token }),
      answers: {
        200: z.object({
          have: z.array(z.object({ kind, service: z.string().nullable() })),
          consent: z.boolean(),
          /** How the photograph of the principal is taken, when it is its turn; nothing else is taken then. */
          photo: z.object({ way: z.string().nullable(), stage: z.enum(checkStages) }).nullable(),
          /** Papers can be added now. */
          open: z.boolean(),
        }),
      },
    },
    async ({ params }, { trx, clock }) => {
      const { id } = await openUploadLink(params.token, { trx, now: clock.now() })
      const order = await lockOrder(trx, { id })
      const papers = await papersOfOrder(trx, id)
      const check = await checkView(trx, order, clock.today())
      return {
        have: papers.map((paper) => ({ kind: paper.kind, service: paper.service })),
        consent: order.consented_at !== null,
        photo: check && { way: check.way, stage: check.stage },
        open: isOpen(order.state),
      }
    },
  )
  freeRoute(
    app,
    {
      tag,
      who: 'anyone',
      perMinute: 30,
      method: 'POST',
      url: 'filing-uploads/:token/:kind',
      summary: 'A picture taken by the phone, as the body',
      params: z.strictObject({ token, kind }),
      query: ofService.extend({
        /** The page took it with the camera itself: no picture of an album. */
        live: z.literal('1').optional(),
      }),
      bodyBytes: pictureBytes,
      answers: { 201: kept },
    },
    async ({ params, query, request }, withTrx) => {
      const bytes = pictureOf(request.body)
      await withTrx(({ trx, clock }) => openUploadLink(params.token, { trx, now: clock.now() }))
      const checked = await checkKind(params.kind, bytes, app.services.clock.today())
      const paper = await withTrx(async (context) => {
        // Looked at again: it may have ended while the picture was checked.
        const { account, number } = await openUploadLink(params.token, {
          trx: context.trx,
          now: context.clock.now(),
        })
        return keepPaper(
          {
            number,
            kind: params.kind,
            service: query.service ?? null,
            via: 'phone',
            ...(query.live && { live: true }),
            checked,
          },
          { ...context, actor: { kind: 'system', name: 'upload-link' }, vault, account },
        )
      })
      return paper
    },
  )
}
