import type { Text } from '@yuming/rules'
import { addDays, chinaDay, workingDayAfter } from '../../../kernel/clock/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { type DeadlineHandler, setDeadline } from '../../../kernel/deadlines/index.ts'
import type { OrderRow } from '../orders.ts'
import type { BureauIds, BureauNews } from '../ports.ts'
import { tellDuty } from '../tell.ts'
import type { DutyKind } from './duty-kinds.ts'

type Doing = Pick<Context, 'trx' | 'clock' | 'random'>

/** What is to be done, in words. */
const dutyNames: Readonly<Record<DutyKind, Text>> = {
  'public-security': { zh: '办理公安联网备案', en: 'file with public security' },
  change: { zh: '变更备案', en: 'file the change' },
  'cancel-expired-domain': {
    zh: '域名已到期，注销这个网站的备案，或续费后继续使用',
    en: 'the domain has expired: cancel this filing, or renew the domain',
  },
  'cancel-other-holder': {
    zh: '域名换了持有者，注销或变更这个网站的备案',
    en: 'the domain has another holder: cancel or change this filing',
  },
  rectification: { zh: '按管局的整改通知改正', en: 'put right what the bureau told' },
  'shell-site': {
    zh: '管局核查为空壳网站：恢复解析到备案的地址',
    en: 'the bureau found no site: let it resolve to the filed address',
  },
  'dead-site': { zh: '管局核查网站打不开：恢复访问', en: 'the bureau could not open the site: open it again' },
  'access-differs': {
    zh: '管局核查接入与备案不一致：解析到备案的地址，或变更接入',
    en: 'the bureau found another access: let it resolve to the filed address, or change the access',
  },
  'subject-data': { zh: '管局核查主体信息有误：变更主体', en: 'the bureau found the subject’s data wrong: change it' },
}

/** Days until a duty is due: calendar, or working ones where the rule counts those. */
const within: Readonly<Record<DutyKind, { readonly days: number; readonly working: boolean }>> = {
  // 公安联网备案: within 30 days of opening.
  'public-security': { days: 30, working: false },
  // Two rules differ: 30 days (S2-42) and, in practice, ten working days; the stricter one drives the reminder.
  change: { days: 10, working: true },
  'cancel-expired-domain': { days: 10, working: true },
  'cancel-other-holder': { days: 10, working: true },
  rectification: { days: 10, working: true },
  'shell-site': { days: 10, working: true },
  'dead-site': { days: 10, working: true },
  'access-differs': { days: 10, working: true },
  'subject-data': { days: 10, working: true },
}

export const dutySoon = 'filing.duty-soon'

/** What follows an approval: public security (S3-81), and nothing else by itself. */
export async function beginDuties(
  order: Pick<OrderRow, 'account' | 'template' | 'type'>,
  about: { subject: string; service: string; name: string },
  context: Doing,
): Promise<void> {
  if (order.type !== 'first' && !order.type.startsWith('new-service')) return
  await addDuty({ ...about, account: order.account, kind: 'public-security', words: '' }, context)
}

/** A duty that is not there yet, with its day and the reminder before it. False: it is known. */
async function addDuty(
  {
    account,
    subject,
    service,
    kind,
    words,
  }: { account: string; subject: string; service: string | null; kind: DutyKind; words: string },
  context: Doing,
): Promise<boolean> {
  const { trx, clock, random } = context
  const { days, working } = within[kind]
  const today = chinaDay(clock.now())
  const due = working ? workingDayAfter(today, days).day : addDays(today, days)
  const id = random.uuid()
  const made = await trx
    .insertInto('filing_duty')
    .values({
      id,
      account,
      subject,
      service,
      kind,
      detail: JSON.stringify({ words }),
      made_at: clock.now(),
      due_on: due,
      done_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  const dueAt = new Date(`${due}T18:00:00+08:00`)
  await setDeadline(
    { kind: dutySoon, subject: id, opensAt: new Date(dueAt.getTime() - 7 * 86_400_000), closesAt: dueAt },
    { trx, random },
  )
  return true
}

/** What a bureau found or wants: told at once, with its day. Of what is not filed here nothing is kept. */
export async function noteDuty(
  { kind, about, words }: Extract<BureauNews, { what: 'notice' }>,
  context: Doing,
): Promise<void> {
  const found = await filedBy(context.trx, about)
  if (!found) return
  const added = await addDuty({ ...found, kind, words }, context)
  if (added) await tellOf({ ...found, kind }, context)
}

/** Tells the account of a duty with its day. */
async function tellOf(
  { account, subject, service, kind }: { account: string; subject: string; service: string | null; kind: DutyKind },
  context: Doing,
): Promise<void> {
  const { trx } = context
  const duty = await trx
    .selectFrom('filing_duty')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_duty.subject')
    .leftJoin('filing_service', 'filing_service.id', 'filing_duty.service')
    .select(['due_on', 'filing_subject.name', 'filing_subject.template', 'filing_service.name as service_name'])
    .where('filing_duty.subject', '=', subject)
    .where('filing_duty.service', service === null ? 'is' : '=', service)
    .where('filing_duty.kind', '=', kind)
    .where('filing_duty.done_at', 'is', null)
    .executeTakeFirst()
  if (!duty) return
  await tellDuty(
    {
      account,
      template: duty.template,
      duty: dutyNames[kind],
      name: duty.service_name ?? duty.name,
      by: duty.due_on ?? '',
    },
    context,
  )
}

/** Reminds of a duty a week before its day. */
export const remindOfDuty: DeadlineHandler = async ({ subject: id }, context) => {
  const duty = await context.trx
    .selectFrom('filing_duty')
    .select(['account', 'subject', 'service', 'kind'])
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .executeTakeFirst()
  if (duty) await tellOf(duty, context)
}

async function filedBy(
  trx: Trx,
  { number, bureauId }: BureauIds,
): Promise<{ account: string; subject: string; service: string | null } | undefined> {
  const either = number ?? ''
  const service = await trx
    .selectFrom('filing_service')
    .innerJoin('filing_subject', 'filing_subject.id', 'filing_service.subject')
    .select(['filing_subject.account', 'filing_subject.id as subject', 'filing_service.id as service'])
    .where((eb) =>
      eb.or([eb('filing_service.number', '=', either), eb('filing_service.bureau_id', '=', bureauId ?? '')]),
    )
    .where('filing_service.state', '=', 'filed')
    .executeTakeFirst()
  if (service) return service
  const subject = await trx
    .selectFrom('filing_subject')
    .select(['account', 'id as subject'])
    .where((eb) => eb.or([eb('number', '=', either), eb('bureau_id', '=', bureauId ?? '')]))
    .where('state', '=', 'filed')
    .executeTakeFirst()
  return subject && { ...subject, service: null }
}
