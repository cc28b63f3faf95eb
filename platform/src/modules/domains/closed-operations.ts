import { cite, type Finding } from '@yuming/rules'
import { addDays } from '../../kernel/clock/index.ts'
import type { DomainFacts } from './service-state.ts'

type Text = { readonly zh: string; readonly en: string }
export type Operation = 'renew' | 'transfer-out' | 'change-holder' | 'delete'

export interface ClosedOperation {
  readonly operation: Operation
  readonly title: Text
  readonly why: Text
  readonly until: Text | null
  readonly finding: Finding
}

const titles: Record<Operation, Text> = {
  renew: { zh: '续费', en: 'Renew' },
  'transfer-out': { zh: '转出', en: 'Transfer out' },
  'change-holder': { zh: '过户', en: 'Change holder' },
  delete: { zh: '删除', en: 'Delete' },
}

/** The one matrix of which operation is closed in which state, and why. */
export function closedOperations(facts: DomainFacts): ClosedOperation[] {
  const closed: ClosedOperation[] = []
  const close = (
    operation: Operation,
    rule: string,
    why: Text,
    until: Text | null,
    remedy: Text,
    source: Finding['source'],
    from: string,
  ) =>
    closed.push({
      operation,
      title: titles[operation],
      why,
      until,
      finding: { rule, severity: 'refuse', field: 'operation', message: why, remedy, source, from },
    })

  if (facts.runningTask !== undefined)
    for (const operation of Object.keys(titles) as Operation[])
      close(
        operation,
        'TASK-RUNNING-01',
        { zh: '一件事正在办', en: 'Something is in progress' },
        { zh: '办完当时', en: 'when it is done' },
        { zh: '等它办完', en: 'Wait until it is done' },
        cite('本平台', '一个域名一次办一件事'),
        '2026-11-01',
      )
  const movable = addDays(facts.registeredOn, 60)
  if (facts.today < movable)
    close(
      'transfer-out',
      'TRANSFER-60-01',
      { zh: '注册未满 60 天', en: 'Registered less than 60 days ago' },
      { zh: `${movable} 起`, en: `from ${movable}` },
      { zh: '到期再转', en: 'Transfer it later' },
      cite('ICANN Transfer Policy', 'I.A.3.8', { date: '2016-12-01' }),
      '2016-12-01',
    )
  if (facts.statuses.some((status) => /Renew ?Prohibited/i.test(status)))
    close(
      'renew',
      'STATUS-RENEW-01',
      { zh: '注册局或我们禁止续费', en: 'Renewal is prohibited by the registry or by us' },
      null,
      { zh: '查看登记状态', en: 'See the statuses' },
      cite('RFC 5731', '§2.3', { date: '2009-08-01' }),
      '2009-08-01',
    )
  // A name that is not verified may go to a template that is: that is the shorter way out of a failure (S4-03).
  if (facts.realName === 'required' && facts.identity === 'reviewing')
    close(
      'change-holder',
      'HOLDER-REVIEW-01',
      { zh: '实名认证审核中', en: 'The holder is under review' },
      { zh: '审核结束', en: 'when the review has ended' },
      { zh: '等审核结果', en: 'Wait for the review' },
      cite('域名过户', '注意事项', { date: '2021-07-23' }),
      '2021-07-23',
    )
  return closed
}
