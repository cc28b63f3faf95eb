import { type Operation as IdentityOperation, stateLocks } from '@yuming/identity'
import { cite, type Finding } from '@yuming/rules'
import { addDays } from '../../kernel/clock/index.ts'
import { mustVerify } from './must-verify.ts'
import type { DomainFacts } from './service-state.ts'

type Text = { readonly zh: string; readonly en: string }
export type Operation = Exclude<IdentityOperation, 'register' | 'transfer-in'> | 'delete'

/** Something that closes operations now. */
export interface ClosedOperations {
  readonly operations: readonly Operation[]
  /** The operations by name, for one row of a table. */
  readonly title: Text
  readonly until: Text | null
  readonly finding: Finding
}

/** In the order in which a person looks for them. */
const titles: Readonly<Record<Operation, Text>> = {
  renew: { zh: '续费', en: 'renew' },
  restore: { zh: '赎回', en: 'restore' },
  'transfer-out': { zh: '转出', en: 'transfer out' },
  'holder-change': { zh: '过户', en: 'change the holder' },
  'account-move': { zh: '账号间转移', en: 'move to another account' },
  verify: { zh: '实名认证', en: 'verify' },
  'information-change': { zh: '修改信息', en: 'change information' },
  'dns-change': { zh: '修改DNS', en: 'change DNS' },
  delete: { zh: '删除', en: 'delete' },
}
const all = Object.keys(titles) as Operation[]

/** The rules of identity say when a state ends in their remedies; what is known of the end is said here. */
const ends: Readonly<Record<string, Text>> = {
  'BLOCK-HOLDER-CHANGE': { zh: '过户办完', en: 'when the change of holder has ended' },
  'BLOCK-IDENTITY-REVIEW': { zh: '审核结束', en: 'when the review has ended' },
  'BLOCK-AGENT': { zh: '过户到自己的模板', en: 'when it is under a template of your own' },
  'BLOCK-TRANSFER': { zh: '转移结束', en: 'when the transfer has ended' },
  'BLOCK-UNVERIFIED': { zh: '交了材料', en: 'when papers were handed in' },
  'BLOCK-UNVERIFIED-CN': { zh: '通过实名认证', en: 'when the holder is verified' },
  'BLOCK-UNVERIFIED-ALL': { zh: '通过实名认证', en: 'when the holder is verified' },
}

function closed(operations: readonly Operation[], finding: Finding, until: Text | null): ClosedOperations {
  const ordered = all.filter((operation) => operations.includes(operation))
  const english = ordered.map((operation) => titles[operation].en).join(', ')
  return {
    operations: ordered,
    title: {
      zh: ordered.map((operation) => titles[operation].zh).join('、'),
      en: english.charAt(0).toUpperCase() + english.slice(1),
    },
    until,
    finding,
  }
}

const rule = (id: string, message: Text, remedy: Text, source: Finding['source'], from: string): Finding => ({
  rule: id,
  severity: 'refuse',
  field: 'operation',
  message,
  remedy,
  source,
  from,
})

/**
 * The one matrix of which operations are closed in which state, and why: the states of the holder (@yuming/identity), and
 * those of the name itself.
 */
export function closedOperations(facts: DomainFacts): ClosedOperations[] {
  const found: ClosedOperations[] = []
  if (facts.runningTask !== undefined && facts.runningKind !== 'CHG_HOLDER')
    found.push(
      closed(
        all.filter((operation) => operation !== 'verify'),
        rule(
          'TASK-RUNNING-01',
          { zh: '一件事正在办', en: 'Something is in progress' },
          { zh: '等它办完', en: 'Wait until it is done' },
          cite('本平台', '一个域名一次办一件事'),
          '2026-11-01',
        ),
        { zh: '办完当时', en: 'when it is done' },
      ),
    )
  if (facts.statuses.includes('pendingDelete'))
    found.push(
      closed(
        all.filter((operation) => operation !== 'restore'),
        rule(
          'STATUS-DELETED-01',
          {
            zh: '域名已删除，注册局还保留着（赎回期）',
            en: 'The name is deleted; its registry keeps it for a while (redemption)',
          },
          { zh: '要取回请联系客服', en: 'Contact support to have it back' },
          cite('RFC 5731', '§2.3', { date: '2009-08-01' }),
          '2009-08-01',
        ),
        { zh: '取回以后', en: 'when it is back' },
      ),
    )
  for (const { finding, operations } of identityLocks(facts))
    found.push(
      closed(
        all.filter((operation) => (operations as readonly string[]).includes(operation)),
        finding,
        ends[finding.rule] ?? null,
      ),
    )
  const movable = addDays(facts.registeredOn, 60)
  if (facts.today < movable)
    found.push(
      closed(
        ['transfer-out'],
        rule(
          'TRANSFER-60-01',
          { zh: '注册未满 60 天', en: 'Registered less than 60 days ago' },
          { zh: '到期再转', en: 'Transfer it later' },
          cite('ICANN Transfer Policy', 'I.A.3.8', { date: '2016-12-01' }),
          '2016-12-01',
        ),
        { zh: `${movable} 起`, en: `from ${movable}` },
      ),
    )
  if (facts.statuses.some((status) => /^(?:client|server)RenewProhibited$/.test(status)))
    found.push(
      closed(
        ['renew'],
        rule(
          'STATUS-RENEW-01',
          { zh: '注册局或我们禁止续费', en: 'Renewal is prohibited by the registry or by us' },
          { zh: '查看登记状态', en: 'See the statuses' },
          cite('RFC 5731', '§2.3', { date: '2009-08-01' }),
          '2009-08-01',
        ),
        null,
      ),
    )
  return found
}

/** The names of operations, in the order in which a person looks for them. */
export function operationTitles(operations: readonly string[]): Text[] {
  return all.filter((operation) => operations.includes(operation)).map((operation) => titles[operation])
}

/** What stands against one operation now. */
export function closedFor(operation: Operation, facts: DomainFacts): Finding[] {
  return closedOperations(facts)
    .filter(({ operations }) => operations.includes(operation))
    .map(({ finding }) => finding)
}

function identityLocks({
  realName,
  identity,
  statuses,
  expiresOn,
  today,
  holderChange,
  suffix,
  agentHeld,
}: DomainFacts) {
  const has = (...wanted: string[]) => wanted.some((status) => statuses.includes(status))
  return stateLocks(
    {
      suffix,
      state: {
        // Where nobody is known to be verified, nothing waits for it.
        ...(mustVerify(realName) ? { identity } : {}),
        expiresOn,
        holderChange: holderChange.state === 'reviewing' ? 'reviewing' : 'none',
        ...(agentHeld ? { agentTemplate: true } : {}),
        registrarTransfer: has('pendingTransfer') ? 'pending' : 'none',
        updateLock: has('clientUpdateProhibited', 'serverUpdateProhibited'),
        transferLock: has('clientTransferProhibited', 'serverTransferProhibited'),
      },
    },
    today,
  )
}
