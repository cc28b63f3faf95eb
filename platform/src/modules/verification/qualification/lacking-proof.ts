import type { Finding } from '@yuming/rules'
import type { Trx } from '../../../kernel/database/index.ts'
import type { Declared } from './declared.ts'
import { type NameToQualify, provedFirst } from './names-to-qualify.ts'
import { declaredFindings, papersFirst } from './qualification-rules.ts'

interface WantedBy {
  readonly account: string
  readonly template: string
  /** Names that only some may hold. */
  readonly names: readonly NameToQualify[]
  /** YYYY-MM-DD, China time. */
  readonly today: string
}

/**
 * What stands against each name (A-label) that has to be proved before it is ordered: papers that our reviewers have not
 * passed for this holder, or that no longer hold, such as a mark whose term is over (S1-94, S1-157).
 */
export async function lackingProof(
  trx: Trx,
  { account, template, names, today }: WantedBy,
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const wanted = names.filter(({ kind }) => provedFirst.has(kind))
  if (wanted.length === 0) return new Map()
  const passed = await trx
    .selectFrom('review_case')
    .innerJoin('registrant_template', 'registrant_template.id', 'review_case.template')
    .select(['review_case.for_name', 'review_case.declared', 'name_zh as zh', 'name_en as en'])
    .where('review_case.account', '=', account)
    .where('review_case.template', '=', template)
    .where('review_case.axis', '=', 'qualification')
    .where(
      'review_case.for_name',
      'in',
      wanted.map(({ ascii }) => ascii),
    )
    .where('review_case.state', '=', 'passed')
    .orderBy('review_case.submitted_at', 'desc')
    .execute()
  const lacking = new Map<string, readonly Finding[]>()
  for (const about of wanted) {
    const against = passed
      .filter(({ for_name: name }) => name === about.ascii)
      .map((proof) => standsAgainst(about, proof, today))
    if (!against.some(({ length }) => length === 0)) lacking.set(about.ascii, against[0] ?? [papersFirst(about.kind)])
  }
  return lacking
}

function standsAgainst(
  { kind, label }: NameToQualify,
  proof: { declared: Declared | null; zh: string; en: string },
  today: string,
): readonly Finding[] {
  if (!proof.declared) return [papersFirst(kind)]
  const { declared, zh, en } = proof
  return declaredFindings({ declared, label, holder: { zh, en }, today }).filter(
    ({ severity }) => severity === 'refuse',
  )
}
