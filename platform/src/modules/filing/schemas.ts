import { guideRows, orderTypes, paperKinds } from '@yuming/filing'
import { z } from 'zod'
import { findingSchema, textSchema } from '../../kernel/http/index.ts'
import { byHandShape } from './by-hand/by-hand.ts'
import { draftBody } from './draft/draft-schemas.ts'
import { filingSteps } from './findings-of-step.ts'
import { checkStages } from './photo/check-row.ts'
import { filingStateNames } from './states.ts'

export const byNumber = z.strictObject({ number: z.string().regex(/^BA-\d{6,12}$/) })

export const findings = z.array(findingSchema).readonly()
export const state = z.enum(filingStateNames)
const type = z.enum(orderTypes)
const province = z.object({ code: z.string(), name: z.string() }).nullable()
const turn = z.enum(['you', 'we', 'ministry', 'bureau']).nullable()

export const typeAnswer = z.object({
  /** Null where the facts do not tell. */
  type: type.nullable(),
  name: textSchema.nullable(),
  because: textSchema,
  /** The guide that explains it. */
  guide: z.enum(guideRows),
  /** Facts that are still wanted. */
  wanted: z.array(z.string()).readonly(),
  /** What stands against it, and the way out beside each. */
  findings,
  province,
  /** What the bureau's interface cannot carry, and who enters it by hand until when; null where the line takes it. */
  byHand: byHandShape.nullable(),
  /** The order that runs already for this certificate or domain, where it is one of the account. */
  running: z.string().nullable(),
})

const courseEntry = z.object({
  step: z.enum(['draft', 'first-review', 'photo', 'submission', 'sms', 'bureau', 'result']),
  state: z.enum(['done', 'now', 'coming', 'failed']),
  turn,
  at: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
  /** Finished steps of this platform that the range is learnt from; null where it is that of the rules. */
  learnt: z.int().nullable(),
})

export const paper = z.object({
  id: z.string(),
  kind: z.enum(paperKinds),
  service: z.string().nullable(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  findings,
  uploadedAt: z.string(),
})

const opinion = z.object({
  by: z.enum(['we', 'bureau', 'ministry']),
  at: z.string(),
  /** In the words of who wrote it. */
  remark: z.string().nullable(),
  reasons: z
    .array(
      z.object({
        id: z.string(),
        heard: z.string().nullable(),
        cause: textSchema,
        remedy: textSchema,
        field: z.string().nullable(),
        step: z.enum(filingSteps).nullable(),
      }),
    )
    .readonly(),
})

export const listed = z.object({
  number: z.string(),
  type,
  typeName: textSchema,
  province,
  title: z.string(),
  state,
  turn,
  attempt: z.int(),
  createdAt: z.string(),
  dueAt: z.string().nullable(),
  filingNumber: z.string().nullable(),
})

/** What became of a filing that an order made: `elsewhere` is filed still, and has no access here any more. */
export const standings = ['filed', 'elsewhere', 'cancelled'] as const

/** As its owner sees it. Null: nothing is filed by it, or it was a cancellation. */
export const owned = listed.extend({ standing: z.enum(standings).nullable() })

export const view = owned.extend({
  wish: z.string(),
  revision: z.int(),
  template: z.string().nullable(),
  consent: z.boolean(),
  draft: draftBody,
  papers: z.array(paper),
  course: z.array(courseEntry),
  events: z.array(z.object({ at: z.string(), kind: z.string(), by: z.string() })),
  /** Why it came back the last time. */
  opinion: opinion.nullable(),
  open: z.boolean(),
  /** The bureau's interface cannot carry it: an operator enters it at the bureau's site. */
  byHand: byHandShape.nullable(),
  /** When that was, and under which number of the bureau. */
  handedIn: z.object({ on: z.string(), receipt: z.string().nullable() }).nullable(),
  /** How the principal is verified after our review. */
  verification: z.array(z.string()).readonly(),
  /** Until when the photograph of an earlier attempt counts, so that none is asked for again. */
  photoKeptUntil: z.string().nullable(),
  /** Where that stands, while it is its turn. */
  check: z
    .object({
      ways: z.array(z.string()),
      way: z.string().nullable(),
      stage: z.enum(checkStages),
      curtain: z
        .object({
          orderedAt: z.string(),
          carrier: z.string().nullable(),
          tracking: z.string().nullable(),
          dispatchedAt: z.string().nullable(),
          arrivedAt: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** Of a change that has to be filed: until when. */
  changeBy: z.iso.date().nullable(),
  /** The check by SMS, while it is open or was missed. */
  sms: z.object({ until: z.string().nullable(), wrongCodes: z.int() }).nullable(),
  /** Once it is filed. */
  result: z
    .object({
      number: z.string(),
      /** Text of the number for the foot of the page, and where it leads. */
      footer: z.object({ text: z.string(), link: z.string(), html: z.string() }),
      /** What may be set in the DNS now. */
      records: z.array(
        z.object({
          name: z.string(),
          type: z.enum(['A', 'AAAA']),
          value: z.string(),
          /** Where its zone is hosted here: whether we set it; `left`: something stood there already. null: its owner sets it. */
          hosted: z.enum(['setting', 'set', 'left', 'failed']).nullable(),
        }),
      ),
      publicSecurityBy: z.string().nullable(),
    })
    .nullable(),
})

export const checked = z.object({
  revision: z.int(),
  /** Of the step that was saved. */
  findings,
})

export const preflight = z.object({
  ready: z.boolean(),
  verdict: z.enum(['allowed', 'refused', 'unknown']),
  consent: z.boolean(),
  steps: z.array(z.object({ step: z.enum(filingSteps), findings })).readonly(),
  /** What the bureau's interface itself would not take. */
  wire: z.array(z.object({ field: z.string(), message: textSchema })).readonly(),
})
