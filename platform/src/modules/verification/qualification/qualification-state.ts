import type { Trx } from '../../../kernel/database/index.ts'
import type { CustomerActor, ShopFront } from '../../../kernel/http/index.ts'
import { type Template, templateOf } from '../../registrants/index.ts'
import { hasConsent } from '../commands/give-consent.ts'
import { qualificationKinds } from '../paper-kinds.ts'
import { casesOf, papersOf } from '../queries.ts'
import { type NamesToQualify, type NameToQualify, papersFor } from './names-to-qualify.ts'

/** How far the qualification of a name is, whether it is registered or not yet. */
export async function qualificationState(
  trx: Trx,
  actor: CustomerActor,
  {
    about,
    asked,
    names,
    front,
  }: {
    about: NameToQualify
    asked: string | undefined
    names: NamesToQualify
    /** Where the customer is. */
    front: ShopFront['kind']
  },
) {
  const domain = await trx
    .selectFrom('domain')
    .select(['id', 'template', 'front'])
    .where('account', '=', actor.account)
    .where('ascii', '=', about.ascii)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  const id = domain?.template || (asked ?? (await lastTemplate(trx, actor.account, about.ascii)))
  const template = id === undefined ? undefined : await templateOf(trx, actor, id)
  const cases = template ? await casesOf(trx, template.id, about.ascii) : []
  const registry =
    domain &&
    (await trx
      .selectFrom('registry_review')
      .select(['state', 'heard'])
      .where('domain', '=', domain.id)
      .where('axis', '=', 'qualification')
      // Words that nobody here knows decide nothing.
      .where('state', 'in', ['passed', 'failed'])
      .$narrowType<{ state: 'passed' | 'failed' }>()
      .executeTakeFirst())
  const { needed, further } = papersFor[about.kind]
  return {
    name: about.name,
    ascii: about.ascii,
    kind: about.kind,
    registered: domain !== undefined,
    template: template ? shown(template) : null,
    consent: await hasConsent(trx, actor.account),
    needed,
    further,
    papers: template ? await papersOf(trx, template.id, about.ascii, qualificationKinds) : [],
    findings: template ? names.against(about.name, template, domain ? (domain.front ?? undefined) : front) : [],
    turn: turnOf(cases[0]?.state, registry?.state, domain !== undefined),
    cases,
    registry: registry ?? null,
  }
}

/** A name that is not registered yet has the template under which papers were kept last. */
async function lastTemplate(trx: Trx, account: string, ascii: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('identity_paper')
    .select('template')
    .where('account', '=', account)
    .where('for_name', '=', ascii)
    .orderBy('uploaded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.template
}

function shown({ id, name, holderType, identity }: Template) {
  return { id, name, holderType, identity }
}

function turnOf(
  state: string | undefined,
  registry: 'passed' | 'failed' | undefined,
  registered: boolean,
): 'you' | 'we' | 'registry' | null {
  if (registry === 'passed') return null
  if (state === 'waiting' || state === 'second') return 'we'
  if (state === 'passed') return registered ? 'registry' : 'you'
  return 'you'
}
