import type { Finding } from '@yuming/rules'
import type { Trx } from '../../kernel/database/index.ts'
import { type Template, verifiedTemplates } from '../registrants/index.ts'
import type { DomainRow } from './queries.ts'
import type { ReviewDeps } from './review-facts.ts'

export interface UnfitHolder {
  readonly template: Template
  /** Why this name may not go to it. */
  readonly findings: readonly Finding[]
}

/** The verified templates to which a name may go (可使用的模板信息), and those to which the rules of names do not let it (S4-05, S4-11). */
export async function holderCandidates(
  trx: Trx,
  { account, template: now, ...domain }: Pick<DomainRow, 'name' | 'suffix' | 'front' | 'account' | 'template'>,
  { holderFindings }: Pick<ReviewDeps, 'holderFindings'>,
): Promise<{ fit: Template[]; unfit: UnfitHolder[] }> {
  const others = (await verifiedTemplates(trx, account)).filter(({ id }) => id !== now)
  const judged = others.map((template) => ({ template, findings: holderFindings(domain, template) }))
  return {
    fit: judged.filter(({ findings }) => findings.length === 0).map(({ template }) => template),
    unfit: judged.filter(({ findings }) => findings.length > 0),
  }
}
