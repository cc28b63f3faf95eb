import type { Finding } from '@yuming/rules'
import type { Context } from '../../../kernel/context.ts'
import { refuse } from '../../../kernel/errors/index.ts'
import type { CustomerActor, ShopFront } from '../../../kernel/http/index.ts'
import type { Vault } from '../../../kernel/vault/index.ts'
import { lockTemplate, templateOf } from '../../registrants/index.ts'
import { mustHaveConsent } from '../commands/give-consent.ts'
import { openCase } from '../commands/open-case.ts'
import { NoQualification, PapersMissing, QualificationDone, QualificationRefused } from '../errors.ts'
import { qualificationKinds } from '../paper-kinds.ts'
import { papersInUse } from '../queries.ts'
import { paperMissing } from '../rules.ts'
import type { Declared } from './declared.ts'
import { type NamesToQualify, type NameToQualify, papersFor } from './names-to-qualify.ts'
import { declaredFindings } from './qualification-rules.ts'

/**
 * Hands the papers of a name's qualification to the reviewers, before the name is registered or after it (S0-35, S1-55).
 * @throws templateNotFound, ConsentNeeded, NoQualification (papers of the other kind), QualificationDone,
 *   QualificationRefused (findings), PapersMissing
 */
export async function submitQualification(
  {
    about,
    template,
    declared,
    front,
  }: { about: NameToQualify; template: string; declared: Declared; front: ShopFront['kind'] },
  names: NamesToQualify,
  context: Context & { actor: CustomerActor; vault: Vault },
): Promise<{ number: string; findings: readonly Finding[] }> {
  const { trx, clock, actor } = context
  await lockTemplate(trx, { account: actor.account, id: template })
  await mustHaveConsent(trx, actor.account)
  if (declared.kind !== about.kind) throw NoQualification()
  const holder = await templateOf(trx, actor, template)
  const known = await trx
    .selectFrom('review_case')
    .select(['state', 'declared'])
    .where('template', '=', template)
    .where('for_name', '=', about.ascii)
    .where('axis', '=', 'qualification')
    .where('state', 'in', ['waiting', 'second', 'passed'])
    .execute()
  // What has passed and does not hold any more, such as a mark whose term was over, is handed in anew.
  const holds = (declared: Declared | null) =>
    declared !== null &&
    !refuses(declaredFindings({ declared, label: about.label, holder: holder.name, today: clock.today() }))
  if (known.some(({ state, declared }) => state !== 'passed' || holds(declared))) throw QualificationDone()
  const registered = await trx
    .selectFrom('domain')
    .select('front')
    .where('account', '=', actor.account)
    .where('ascii', '=', about.ascii)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  const findings = [
    ...names.against(about.name, holder, registered ? (registered.front ?? undefined) : front, declared),
    ...declaredFindings({ declared, label: about.label, holder: holder.name, today: clock.today() }),
  ]
  refuse(QualificationRefused, findings)
  const papers = await papersInUse(trx, template, about.ascii, qualificationKinds)
  const missing = papersFor[about.kind].needed.filter((kind) => !papers.some((paper) => paper.kind === kind))
  refuse(PapersMissing, missing.map(paperMissing))
  const { number } = await openCase(
    { axis: 'qualification', template, papers, forName: about.ascii, declared },
    context,
  )
  return { number, findings }
}

function refuses(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'refuse')
}
