import { checkPaper } from '@yuming/papers'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Trx } from '../../kernel/database/index.ts'
import { type CustomerActor, findingSchema, freeRoute, route, textSchema } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { idParams } from '../accounts/index.ts'
import { holderFindings, lockTemplate, registrantOf, templateOf } from '../registrants/index.ts'
import { hasConsent } from './commands/give-consent.ts'
import { keepPaper } from './commands/keep-paper.ts'
import { submitForReview } from './commands/submit-for-review.ts'
import { withdrawCase } from './commands/withdraw-case.ts'
import { caseAxis, caseState } from './desk/case-schemas.ts'
import { PaperTypeRefused, UnderReview, UploadLinkGone } from './errors.ts'
import { allPaperKinds, neededPapers, offeredPapers, paperKinds, shapeOf } from './paper-kinds.ts'
import { type CaseView, casesOf, eventsOf, papersOf } from './queries.ts'
import { makeUploadLink, openUploadLink } from './upload-links.ts'

export interface PaperRoutesDeps {
  readonly vault: Vault
  /** Public origin of the console, for the address in the QR code. */
  readonly origin: string
}

const kind = z.enum(paperKinds)
const anyKind = z.enum(allPaperKinds)
export const paperAnswer = z.object({
  id: z.string(),
  kind: z.enum(allPaperKinds),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  findings: z.array(findingSchema).readonly(),
  uploadedAt: z.string(),
})
export const caseAnswer = z.object({
  number: z.string(),
  axis: caseAxis,
  attempt: z.int(),
  state: caseState,
  submittedAt: z.string(),
  dueAt: z.string(),
  decidedAt: z.string().nullable(),
  reasons: z.array(z.string()).readonly(),
  why: z
    .array(
      z.object({
        id: z.string(),
        cause: textSchema,
        remedy: textSchema,
        field: z.string().nullable(),
        path: z.enum(['A', 'B']).nullable(),
      }),
    )
    .readonly(),
  remark: z.string().nullable(),
  heard: z.string().nullable(),
})
const verificationAnswer = z.object({
  identity: z.enum(['unverified', 'reviewing', 'verified', 'failed']),
  turn: z.enum(['you', 'we', 'provider']).nullable(),
  consent: z.boolean(),
  needed: z.array(kind).readonly(),
  /** May be handed in besides. */
  offered: z.array(kind).readonly(),
  papers: z.array(paperAnswer),
  cases: z.array(caseAnswer),
  /** What the rules say today of what the template has: refusals have to be corrected before it can be submitted. */
  findings: z.array(findingSchema).readonly(),
  timeline: z.array(z.object({ at: z.string(), kind: z.string(), title: textSchema })),
})
export const uploaded = z.object({
  id: z.string(),
  kind: z.enum(allPaperKinds),
  findings: z.array(findingSchema).readonly(),
})

/** Some cameras make photographs of 12 MB; what is over 5 MB is told so in words, not by a broken connection. */
export const bodyBytes = 20 * 1_048_576
const tag = 'verification'

/** Bodies that are pictures arrive as they are. */
export function takePictures(app: FastifyInstance): void {
  for (const type of ['application/octet-stream', 'application/pdf', /^image\/[\w.+-]+$/])
    app.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: bodyBytes }, (_request, body, done) =>
      done(null, body),
    )
}

/** What a holder does to be verified (S1-170, S4-23…S4-34). */
export function paperRoutes({ vault, origin }: PaperRoutesDeps) {
  return (app: FastifyInstance): void => {
    takePictures(app)
    const common = { tag, who: 'customer', perMinute: 120 } as const

    route(
      app,
      {
        ...common,
        method: 'GET',
        url: 'templates/:id/verification',
        summary: 'How far the verification of a template is, whose turn it is, and until when',
        params: idParams,
        answers: { 200: verificationAnswer },
      },
      async ({ actor, params }, { trx, clock }) => {
        const template = await templateOf(trx, actor, params.id)
        const [cases, papers, consent] = await Promise.all([
          casesOf(trx, template.id),
          papersOf(trx, template.id),
          hasConsent(trx, actor.account),
        ])
        const newest = cases[0]
        const open = template.identity === 'unverified' || template.identity === 'failed'
        return {
          identity: template.identity,
          turn: template.identity === 'verified' ? null : turnOf(newest?.state),
          consent,
          needed: neededPapers(template.holderType, template.certificate.kind),
          offered: offeredPapers(template.holderType),
          papers,
          cases: cases.map(shownCase),
          findings: open ? await findingsOf(trx, vault, { actor, template: template.id, today: clock.today() }) : [],
          timeline: newest ? await eventsOf(trx, newest.id) : [],
        }
      },
    )
    const paperParams = idParams.extend({ kind })
    freeRoute(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'templates/:id/papers/:kind',
        summary: 'A photograph of a paper, as the body; told at once what is wrong with it',
        params: paperParams,
        bodyBytes,
        answers: { 201: uploaded },
      },
      async ({ actor, params, request }, withTrx) => {
        const bytes = pictureOf(request.body)
        await withTrx(({ trx }) => templateOf(trx, actor, params.id))
        const checked = await checkPaper(bytes, { kind: shapeOf(params.kind), day: app.services.clock.today() })
        const kept = await withTrx((context) =>
          keepPaper({ template: params.id, kind: params.kind, via: 'computer', checked }, { ...context, actor, vault }),
        )
        return { ...kept, findings: checked.findings }
      },
    )
    route(
      app,
      {
        ...common,
        method: 'DELETE',
        url: 'templates/:id/papers/:kind',
        summary: 'Take a photograph back before it is submitted',
        params: paperParams,
        answers: { 204: z.null() },
      },
      async ({ actor, params }, { trx, clock }) => {
        const { identity } = await lockTemplate(trx, { account: actor.account, id: params.id })
        if (identity === 'reviewing') throw UnderReview()
        const removed = await trx
          .updateTable('identity_paper')
          .set({ removed_at: clock.now() })
          .where('template', '=', params.id)
          .where('kind', '=', params.kind)
          .where('for_name', 'is', null)
          .where('removed_at', 'is', null)
          .returning('item')
          .execute()
        // Nothing is kept of what was taken back: the eraser has it today.
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
        url: 'templates/:id/upload-link',
        summary: 'An address for a QR code, with which a phone takes the photographs; valid for 30 minutes',
        params: idParams,
        answers: { 201: z.object({ url: z.string(), expiresAt: z.string() }) },
      },
      async ({ actor, params }, context) => {
        const { id } = await templateOf(context.trx, actor, params.id)
        const { url, expiresAt } = await makeUploadLink({ account: actor.account, template: id, origin }, context)
        return { url, expiresAt: expiresAt.toISOString() }
      },
    )
    route(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'templates/:id/submit',
        summary: 'Hand the papers to the reviewers; they cannot be changed meanwhile',
        params: idParams,
        answers: { 201: z.object({ number: z.string(), findings: z.array(findingSchema).readonly() }) },
      },
      async ({ actor, params }, context) => submitForReview(params.id, { ...context, actor, vault }),
    )
    route(
      app,
      {
        ...common,
        perMinute: 30,
        method: 'POST',
        url: 'templates/:id/withdrawal',
        summary: 'Take back what waits for our reviewers; nothing of it counts as a failure',
        params: idParams,
        answers: { 200: z.object({ number: z.string() }) },
      },
      async ({ actor, params }, context) => {
        await lockTemplate(context.trx, { account: actor.account, id: params.id })
        return withdrawCase({ template: params.id, forName: null }, { ...context, actor })
      },
    )
    phoneRoutes(app, vault)
  }
}

/** What a phone does that came by the QR code: the link stands for its owner, for this one template only. */
function phoneRoutes(app: FastifyInstance, vault: Vault): void {
  const token = z.string().regex(/^[\w-]{20,64}$/)
  route(
    app,
    {
      tag,
      who: 'anyone',
      perMinute: 60,
      method: 'GET',
      url: 'uploads/:token',
      summary: 'Which photographs are wanted by the link of a QR code',
      params: z.strictObject({ token }),
      answers: {
        200: z.object({
          needed: z.array(anyKind).readonly(),
          offered: z.array(anyKind).readonly(),
          have: z.array(anyKind),
          consent: z.boolean(),
        }),
      },
    },
    async ({ params }, { trx, clock }) => {
      const { account, template, about } = await openUploadLink(params.token, { trx, now: clock.now() })
      const { holderType, certificateKind } = await lockTemplate(trx, { account, id: template })
      return {
        needed: about?.kinds ?? neededPapers(holderType, certificateKind),
        offered: about ? [] : offeredPapers(holderType),
        have: (await papersOf(trx, template, about?.forName, about?.kinds)).map((paper) => paper.kind),
        consent: await hasConsent(trx, account),
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
      url: 'uploads/:token/:kind',
      summary: 'A photograph taken by the phone, as the body',
      params: z.strictObject({ token, kind: anyKind }),
      bodyBytes,
      answers: { 201: uploaded },
    },
    async ({ params, request }, withTrx) => {
      const bytes = pictureOf(request.body)
      const open = (context: { trx: Parameters<typeof papersOf>[0] }) =>
        openUploadLink(params.token, { trx: context.trx, now: app.services.clock.now() })
      const { about } = await withTrx(open)
      const known: readonly string[] = about?.kinds ?? paperKinds
      if (!known.includes(params.kind)) throw UploadLinkGone()
      const checked = await checkPaper(bytes, { kind: shapeOf(params.kind), day: app.services.clock.today() })
      const kept = await withTrx(async (context) => {
        // Looked at again: it may have ended while the photograph was checked.
        const { account, template } = await open(context)
        return keepPaper(
          { template, kind: params.kind, via: 'phone', checked, ...(about && { forName: about.forName }) },
          { ...context, actor: { kind: 'system', name: 'upload-link', account }, vault },
        )
      })
      return { ...kept, findings: checked.findings }
    },
  )
}

/** What a customer is shown of a case. */
export function shownCase({ id: _, template: __, forName: ___, declared: ____, ...shown }: CaseView) {
  return shown
}

async function findingsOf(
  trx: Trx,
  vault: Vault,
  { actor, template, today }: { actor: CustomerActor; template: string; today: string },
) {
  const { template: _, ...holder } = await registrantOf(trx, vault, { account: actor.account, template })
  return holderFindings(holder, today)
}

export function pictureOf(body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array)) throw PaperTypeRefused()
  return body
}

function turnOf(state: string | undefined): 'you' | 'we' | 'provider' | null {
  if (state === 'waiting' || state === 'second') return 'we'
  return state === 'provider' ? 'provider' : 'you'
}
