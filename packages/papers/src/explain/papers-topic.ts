import { checkFacts, type FactsReading, ruleBook, type Topic } from '@yuming/rules'
import type { Measured, PaperFacts, PaperKind, Side } from '../paper-facts.ts'
import { paperRules } from '../paper-rules.ts'
import { factFields } from './fact-fields.ts'

/** Facts that were held against `factFields`. */
interface StatedFacts extends Partial<Omit<Measured, 'border' | 'brightness'>> {
  readonly kind?: PaperKind
  readonly cut?: readonly Side[]
  readonly day?: string
}

/** The rules of pictures of papers as a topic that anyone may ask. */
export const papersTopic: Topic = ruleBook<PaperFacts>({
  topic: 'papers',
  title: { zh: '证件图片', en: 'What a picture of an identity paper must be' },
  reviewedOn: '2026-11-24',
  facts: factFields,
  rules: paperRules,
  sample: {
    kind: 'id-front',
    measured: {
      type: '…',
      bytes: Number.NaN,
      hidden: [],
      width: Number.NaN,
      height: Number.NaN,
      border: { plain: true, cut: [] },
    },
  },
  readFacts,
})

function readFacts(stated: unknown): FactsReading<PaperFacts> {
  const checked = checkFacts(factFields, stated)
  if (!checked.ok) return checked
  const { kind = 'other', cut, day, ...measured } = checked.facts as StatedFacts
  return {
    ok: true,
    ...(day === undefined ? {} : { day }),
    facts: {
      kind,
      measured: {
        ...measured,
        type: measured.type,
        bytes: measured.bytes ?? 0,
        hidden: measured.hidden ?? [],
        ...(cut === undefined ? {} : { border: { plain: true, cut } }),
      },
    },
  }
}
