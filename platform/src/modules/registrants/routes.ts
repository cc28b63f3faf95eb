import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findingSchema, freeRoute, route, textSchema } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import {
  askEmailVerification,
  codeRefused,
  idParams,
  localeOf,
  signInNeeded,
  verifyByCode,
  verifyByToken,
} from '../accounts/index.ts'
import { offeredKinds } from './certificate-list.ts'
import { createTemplate, makeDefault } from './commands/create-template.ts'
import { deleteTemplate, deletionOf } from './commands/delete-template.ts'
import { editTemplate } from './commands/edit-template.ts'
import { readParts } from './holder.ts'
import { lockAccount } from './lock-account.ts'
import { listTemplates, templateOf } from './queries.ts'
import { regionList } from './regions.ts'
import { holderFindings } from './rules.ts'
import { checkAnswer, checkBody, editBody, templateAnswer, templateBody, verificationBody } from './schemas.ts'

export interface RegistrantsRoutesDeps {
  readonly vault: Vault
  /** Public origin of the console, for links in mail. */
  readonly origin: string
}

const tag = 'templates'

export function registrantsRoutes(deps: RegistrantsRoutesDeps) {
  return (app: FastifyInstance): void => {
    templateRoutes(app, deps)
    deletionRoutes(app, deps)
    verificationRoutes(app, deps)
    listRoutes(app)
  }
}

function templateRoutes(app: FastifyInstance, deps: RegistrantsRoutesDeps): void {
  const common = { tag, who: 'customer', perMinute: 120 } as const

  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'templates',
      summary: 'List holder templates',
      answers: { 200: z.object({ templates: z.array(templateAnswer) }) },
    },
    async ({ actor }, { trx }) => ({ templates: await listTemplates(trx, actor) }),
  )

  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'templates',
      summary: 'Keep a holder template',
      body: templateBody,
      answers: { 201: templateAnswer },
    },
    async ({ actor, body }, context) =>
      createTemplate(body, { ...deps, actor, locale: await localeOf(context.trx, actor.account) }, context),
  )

  route(
    app,
    {
      ...common,
      method: 'POST',
      url: 'templates/check',
      summary: 'What the rules say of a template before it is kept, wholly or in part; nothing is stored',
      body: checkBody,
      answers: { 200: checkAnswer },
    },
    async ({ body }, { clock }) => {
      const holder = readParts(body)
      const { name, contact, province, city, street } = holder
      return {
        findings: [...holderFindings(holder, clock.today())],
        english: {
          name: name?.en,
          contact: contact?.en,
          province: province?.en,
          city: city?.en,
          street: street?.en,
        },
      }
    },
  )

  route(
    app,
    {
      ...common,
      method: 'GET',
      url: 'templates/:id',
      summary: 'One holder template',
      params: idParams,
      answers: { 200: templateAnswer },
    },
    ({ actor, params }, { trx }) => templateOf(trx, actor, params.id),
  )

  route(
    app,
    {
      ...common,
      method: 'PUT',
      url: 'templates/:id',
      summary: 'Correct a template while it is unverified or failed; holder type and name stay',
      params: idParams,
      body: editBody,
      answers: { 200: templateAnswer },
    },
    async ({ actor, params, body }, context) =>
      editTemplate(
        { ...body, id: params.id },
        { ...deps, actor, locale: await localeOf(context.trx, actor.account) },
        context,
      ),
  )

  route(
    app,
    {
      ...common,
      method: 'PUT',
      url: 'templates/:id/default',
      summary: 'Offer this template first',
      params: idParams,
      answers: { 200: templateAnswer },
    },
    async ({ actor, params }, context) => {
      const { trx } = context
      await lockAccount(trx, actor.account)
      const template = await templateOf(trx, actor, params.id)
      await makeDefault(actor.account, template, context)
      return { ...template, default: true }
    },
  )
}

const deletion = z.object({
  heldUntil: z.string().nullable().describe('When the last name left it, YYYY-MM-DD; null: it never held one'),
  keptUntil: z.string().describe('The day on which the data of the holder is erased, YYYY-MM-DD'),
})

function deletionRoutes(app: FastifyInstance, { vault }: RegistrantsRoutesDeps): void {
  const common = { tag, who: 'customer', url: 'templates/:id', params: idParams } as const

  route(
    app,
    {
      ...common,
      method: 'GET',
      perMinute: 60,
      url: 'templates/:id/deletion',
      summary: 'What deleting a template would do and when, or what stands against it; changes nothing',
      answers: { 200: deletion.extend({ findings: z.array(findingSchema) }) },
    },
    async ({ actor, params }, context) => {
      const { findings, ...rest } = await deletionOf({ id: params.id, account: actor.account }, context)
      return { ...rest, findings: [...findings] }
    },
  )

  route(
    app,
    {
      ...common,
      method: 'DELETE',
      perMinute: 30,
      summary: 'Delete a template that nothing rests on: hidden at once, erased on the day that is told',
      answers: { 200: deletion },
    },
    async ({ actor, params }, context) => {
      const { heldUntil, keptUntil } = await deleteTemplate(params, { ...context, actor, vault })
      return { heldUntil, keptUntil }
    },
  )
}

function verificationRoutes(app: FastifyInstance, { origin }: RegistrantsRoutesDeps): void {
  route(
    app,
    {
      method: 'POST',
      url: 'templates/:id/email',
      summary: 'Send the verification of a template’s address again',
      tag,
      who: 'customer',
      perMinute: 30,
      params: idParams,
      answers: { 204: z.null() },
    },
    async ({ actor, params }, context) => {
      const { email } = await templateOf(context.trx, actor, params.id)
      const locale = await localeOf(context.trx, actor.account)
      await askEmailVerification({ account: actor.account, email, locale, origin }, context)
      return undefined
    },
  )

  freeRoute(
    app,
    {
      method: 'POST',
      url: 'email-verifications',
      summary: 'Prove an address by the link’s token or by the code',
      tag,
      who: 'anyone',
      perMinute: 30,
      body: verificationBody,
      answers: { 200: z.object({ email: z.string(), verified: z.literal(true) }) },
    },
    async ({ actor, body }, withTrx) => {
      // A wrong guess is counted, so its transaction commits before the refusal is thrown.
      const email = await withTrx(async (context) => {
        if ('token' in body) return verifyByToken(body.token, context)
        if (!actor) throw signInNeeded()
        const template = await templateOf(context.trx, actor, body.templateId)
        return verifyByCode({ account: actor.account, email: template.email, code: body.code }, context)
      })
      if (email === undefined) throw codeRefused()
      return { email, verified: true as const }
    },
  )
}

const offeredKind = z.object({
  kind: z.string(),
  code: z.string().nullable(),
  holderType: z.enum(['person', 'organisation']),
  regions: z.array(z.string()),
  title: textSchema,
  accepted: z.boolean().nullable(),
  dates: z.object({ issued: z.boolean(), ends: z.boolean() }),
})

function listRoutes(app: FastifyInstance): void {
  const regions = z.array(z.object({ code: z.string(), name: textSchema }))
  const provinces = z.array(z.object({ name: textSchema, cities: z.array(textSchema) }))

  freeRoute(
    app,
    {
      method: 'GET',
      url: 'regions',
      summary: 'Countries and regions, and places in the mainland',
      tag,
      who: 'anyone',
      perMinute: 60,
      answers: { 200: z.object({ regions, provinces }) },
    },
    async () => {
      const list = regionList()
      return {
        regions: [...list.regions],
        provinces: list.provinces.map((one) => ({ ...one, cities: [...one.cities] })),
      }
    },
  )

  freeRoute(
    app,
    {
      method: 'GET',
      url: 'certificates',
      summary: 'Kinds of identity papers, with the holder type and the regions that each is for',
      tag,
      who: 'anyone',
      perMinute: 60,
      answers: { 200: z.object({ kinds: z.array(offeredKind) }) },
    },
    async () => ({ kinds: offeredKinds.map((each) => ({ ...each, regions: [...each.regions] })) }),
  )
}
