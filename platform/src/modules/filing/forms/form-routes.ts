import { type FormFacts, formKinds, MissingGlyph, printDomainCertificate, printForm } from '@yuming/filing-forms'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import { freeRoute } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { nameIdentity, ownDomain, typedAscii } from '../../domains/index.ts'
import { openDraft } from '../draft/draft-box.ts'
import { FilingNotFound } from '../errors.ts'
import { type OrderRow, ownOrder } from '../orders.ts'
import { byNumber } from '../schemas.ts'
import { CertificateNotVerified, FormCharacter, IssuerNotNamed } from './errors.ts'
import { formDomain, ownFormDomains } from './form-domains.ts'
import { printableDraft } from './printable-draft.ts'

export interface FormRoutesDeps {
  readonly vault: Vault
  /** Who hands filings in and registers names, as papers print it. */
  readonly company: string | undefined
}

const form = byNumber.extend({ kind: z.enum(formKinds) })
const file = { method: 'GET', answers: { 200: z.unknown() } } as const

/** Papers that are printed from an order, signed by hand and handed in as pictures (S3-23), and the domain certificate. */
export function filingFormRoutes(deps: FormRoutesDeps) {
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        ...file,
        tag: 'filing',
        who: 'customer',
        perMinute: 30,
        url: 'filings/:number/forms/:kind.pdf',
        summary: 'A paper of the order with the fields printed (PDF), to be signed',
        params: form,
      },
      async ({ actor, params, reply }, withTrx) => {
        const facts = await withTrx(async (context) =>
          formFacts(await ownOrder(context.trx, actor.account, params.number), params.kind, context, deps),
        )
        return sendPdf(reply, `${params.number}-${params.kind}`, () => printForm(params.kind, facts))
      },
    )
    freeRoute(
      app,
      {
        ...file,
        tag: 'filing',
        who: 'operator',
        role: 'reviewer',
        perMinute: 60,
        url: 'filing-reviews/:number/forms/:kind.pdf',
        summary: 'The same paper, for the reviewer who compares it with what was handed in',
        params: form,
      },
      async ({ params, reply }, withTrx) => {
        const facts = await withTrx(async (context) => {
          const order = await context.trx
            .selectFrom('filing_order')
            .selectAll()
            .where('number', '=', params.number)
            .where('state', '<>', 'draft')
            .executeTakeFirst()
          if (!order) throw FilingNotFound()
          return formFacts(order, params.kind, context, deps)
        })
        return sendPdf(reply, `${params.number}-${params.kind}`, () => printForm(params.kind, facts))
      },
    )
    certificateRoute(app, deps)
  }
}

function certificateRoute(app: FastifyInstance, { company }: FormRoutesDeps): void {
  freeRoute(
    app,
    {
      ...file,
      tag: 'domains',
      who: 'customer',
      perMinute: 30,
      url: 'domains/:name/certificate.pdf',
      summary: 'The domain certificate (域名证书) of a verified name, as bureaus ask for it (PDF)',
      params: z.strictObject({ name: z.string().min(3).max(260) }),
    },
    async ({ actor, params, reply }, withTrx) => {
      const { domain, issued } = await withTrx(async (context) => {
        const row = await ownDomain(context.trx, actor.account, typedAscii(params.name))
        const holder = await context.trx
          .selectFrom('domain')
          .innerJoin('registrant_template', 'registrant_template.id', 'domain.template')
          .leftJoin('registry_review', (join) =>
            join.onRef('registry_review.domain', '=', 'domain.id').on('registry_review.axis', '=', 'identity'),
          )
          .select(['registrant_template.name_zh', nameIdentity.as('identity')])
          .where('domain.id', '=', row.id)
          .executeTakeFirst()
        if (holder?.identity !== 'verified') throw CertificateNotVerified()
        if (company === undefined) throw IssuerNotNamed()
        // The entry of the audit log is what a number of a certificate leads back to.
        const seq = await record({ action: 'domain.certificate-issued', subject: row.ascii }, context)
        const on = context.clock.today()
        return {
          domain: formDomain(row, { name: row.name, holder: holder.name_zh, registrar: company }),
          issued: { on, number: `DC-${on.replaceAll('-', '')}-${seq}` },
        }
      })
      return sendPdf(reply, `${domain.name}-certificate`, () => printDomainCertificate(domain, issued))
    },
  )
}

/** All that a paper of an order prints, numbers of papers among it: that they were read is on record. */
async function formFacts(
  order: OrderRow,
  kind: (typeof formKinds)[number],
  context: Context,
  { vault, company }: FormRoutesDeps,
): Promise<FormFacts> {
  if (company === undefined) throw IssuerNotNamed()
  const draft = printableDraft(await openDraft(vault, order.draft))
  await record({ action: 'filing.form-printed', subject: order.number, detail: { form: kind } }, context)
  const names = draft.services.flatMap(({ domains }) => domains)
  return {
    ...draft,
    type: order.type,
    domains: await ownFormDomains(context.trx, { account: order.account, names, registrar: company }),
    provider: company,
    order: order.number,
    on: context.clock.today(),
  }
}

async function sendPdf(reply: FastifyReply, name: string, print: () => Promise<Buffer>): Promise<undefined> {
  const pdf = await printed(print)
  await reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}.pdf`)
    .type('application/pdf')
    .send(pdf)
  return undefined
}

async function printed(print: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await print()
  } catch (error) {
    if (!(error instanceof MissingGlyph)) throw error
    const characters = error.characters.map((one) => `“${one}”`).join('')
    throw FormCharacter({
      cause: error,
      detail: {
        zh: `印不出：${characters}。检查是不是输错了；确有这个字的，提一张工单，由我们处理。`,
        en: `Not printable: ${characters}. Check for a slip; where the character is right, open a ticket and we shall see to it.`,
      },
    })
  }
}
