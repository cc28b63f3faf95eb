import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../../kernel/clock/index.ts'
import { freeRoute } from '../../../kernel/http/index.ts'
import type { Catalog } from '../../catalog/index.ts'
import { registeredForms } from '../../domains/index.ts'
import { appraiseName } from '../appraise.ts'
import { otherForm, otherFormSchema } from '../own-forms.ts'
import { notRegistered, recordUnanswered } from './errors.ts'
import { type Named, type RecordAsker, recordReader } from './name-record.ts'

export interface RecordRoutesDeps {
  readonly catalog: Catalog
  readonly clock: Clock
  readonly ask: RecordAsker
}

const day = z.iso.date().nullable()

/** 查看登记: who sponsors a taken name, since when and until when, as its registry says (S1-83). */
export function recordRoutes({ catalog, clock, ask }: RecordRoutesDeps) {
  const read = recordReader(ask, () => clock.now())
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        method: 'GET',
        url: 'search/:name/record',
        summary: 'What the registry tells of a taken name: registrar, days and statuses; kept for ten minutes',
        tag: 'search',
        who: 'anyone',
        // Each may cost the registry a question, so far fewer than searches.
        perMinute: 20,
        params: z.strictObject({
          name: z
            .string()
            .min(3)
            .max(260)
            .regex(/^\P{C}*$/u),
        }),
        answers: {
          200: z.object({
            name: z.string(),
            ascii: z.string(),
            registrar: z.string(),
            ours: z.boolean(),
            since: day,
            until: day,
            statuses: z.array(z.string()).readonly(),
            askedAt: z.iso.datetime(),
            /** Registered in this other form of the name, which the record is of; null: in the form asked about. */
            form: otherFormSchema.nullable(),
          }),
        },
      },
      async ({ params, request }) => {
        const appraisal = appraiseName(catalog, params.name, clock.today())
        const registry = appraisal.ok ? catalog.suffix(appraisal.suffix)?.registry : null
        if (!appraisal.ok || !registry) throw notRegistered()
        const { name, ascii, key } = appraisal
        const tell = (named: Named) =>
          read(named).catch((cause: unknown) => {
            request.log.warn({ err: cause, registry }, 'a registry did not tell its record of a name')
            throw recordUnanswered({ cause })
          })
        const record = await tell({ name, ascii, registry })
        if (record !== 'free') return { ...record, form: null }
        // A registry tells of a name under the form in which it is registered alone (S1-30).
        const form = (await registeredForms(app.services.db, { keys: [key] })).get(key)
        if (!form) throw notRegistered()
        const other = await tell({ name: form.name, ascii: form.ascii, registry })
        if (other === 'free') throw notRegistered()
        return { ...other, form: otherForm(form, { name, suffix: appraisal.suffix }) }
      },
    )
  }
}
