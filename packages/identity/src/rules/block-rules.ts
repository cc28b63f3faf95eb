import { cite, type Finding, findingOf, inForce, type Source, type Text } from '@yuming/rules'
import { type IdentityFacts, type Operation, ofCnnic, operations } from '../identity-facts.ts'
import { failureManual, type IdentityRule, identityRule, listDay, manual, manualDay } from './identity-rule.ts'

interface Block {
  readonly id: string
  readonly source: Source
  readonly from: string
  readonly field: string
  readonly stops: ReadonlySet<Operation>
  /** Whether the state of the facts is the one that blocks. */
  readonly stands: (facts: IdentityFacts) => boolean
  readonly says: Text
  readonly remedy: Text
}

const unverifiedStops: ReadonlySet<Operation> = new Set([
  'renew',
  'restore',
  'transfer-out',
  'account-move',
  'information-change',
])
const unverifiedSays: Text = {
  zh: '持有者未实名认证，不能续费、赎回、转出、账号间转移和修改信息',
  en: 'The holder is not verified: no renewal, restore, transfer out, move between accounts or change of information',
}
const unverifiedRemedy: Text = {
  zh: '先通过实名认证；认证失败也可以过户到已实名的模板',
  en: 'Have the holder verified first; after a failure the domain may go to a verified template',
}
const notVerified = ({ state }: IdentityFacts): boolean => state.identity !== undefined && state.identity !== 'verified'

const transferRules = cite('境内注册商乙的公开文档：域名转入', '转移过程中禁止的操作', { date: listDay })

const blocks: readonly Block[] = [
  {
    id: 'BLOCK-HOLDER-CHANGE',
    source: failureManual('过户资料审核中'),
    from: manualDay,
    field: 'state.holderChange',
    stops: new Set<Operation>([
      'transfer-in',
      'transfer-out',
      'holder-change',
      'account-move',
      'verify',
      'information-change',
    ]),
    stands: ({ state }) => state.holderChange === 'reviewing',
    says: {
      zh: '过户资料审核中，不能转入转出、过户、账号间转移、实名认证和修改信息',
      en: 'A change of holder is under review: no transfer in or out, change of holder, move between accounts, verification or change of information',
    },
    remedy: { zh: '等审核结束，约1到3个工作日', en: 'Wait for its end, about 1 to 3 working days' },
  },
  {
    id: 'BLOCK-IDENTITY-REVIEW',
    source: failureManual('实名认证审核中'),
    from: manualDay,
    field: 'state.identity',
    stops: new Set<Operation>(['verify', 'holder-change', 'information-change']),
    stands: ({ state }) => state.identity === 'reviewing',
    says: {
      zh: '实名认证审核中，已提交的材料不能改，也不能过户',
      en: 'The identity is under review: what was handed in cannot be changed, nor the holder',
    },
    remedy: { zh: '等审核结束，约3到5个工作日', en: 'Wait for its end, about 3 to 5 working days' },
  },
  {
    id: 'BLOCK-TRANSFER',
    source: transferRules,
    from: listDay,
    field: 'state.registrarTransfer',
    stops: new Set(operations.filter((operation) => operation !== 'register')),
    stands: ({ state }) => state.registrarTransfer === 'pending',
    says: {
      zh: '注册商转移进行中，其他操作和DNS修改都要等',
      en: 'A transfer between registrars is under way; all else waits, the name servers too',
    },
    remedy: { zh: '等转移结束，或先取消转移', en: 'Wait for its end, or cancel it first' },
  },
  {
    id: 'BLOCK-UPDATE-LOCK',
    source: cite('境内注册商甲的公开文档：域名安全锁', '禁止更新锁（clientUpdateProhibited）', { date: listDay }),
    from: listDay,
    field: 'state.updateLock',
    stops: new Set<Operation>(['verify', 'holder-change', 'information-change', 'dns-change']),
    stands: ({ state }) => state.updateLock === true,
    says: {
      zh: '开了禁止更新锁，实名认证也提交不了',
      en: 'The update lock is on; it stops the verification of identity too',
    },
    remedy: { zh: '先用短信验证码关锁', en: 'Switch the lock off first, with a code to the phone' },
  },
  {
    id: 'BLOCK-TRANSFER-LOCK',
    source: cite('境内注册商甲的公开文档：域名安全锁', '禁止转移锁（clientTransferProhibited）', { date: listDay }),
    from: listDay,
    field: 'state.transferLock',
    stops: new Set<Operation>(['transfer-out']),
    stands: ({ state }) => state.transferLock === true,
    says: { zh: '开了禁止转移锁，不能转出', en: 'The transfer lock is on; the domain cannot leave' },
    remedy: { zh: '先用短信验证码关锁', en: 'Switch the lock off first, with a code to the phone' },
  },
  {
    id: 'BLOCK-AGENT',
    source: manual('扫码快速下单：代理模板'),
    from: manualDay,
    field: 'state.agentTemplate',
    stops: new Set<Operation>(['renew', 'transfer-out', 'account-move', 'information-change', 'verify']),
    stands: ({ state }) => state.agentTemplate === true,
    says: {
      zh: '域名登记在代理名下，使用功能受限：不能续费、转出、账号间转移、修改信息和实名认证',
      en: 'An agent holds the domain and its functions are limited: no renewal, transfer out, move between accounts, change of information or verification',
    },
    remedy: {
      zh: '先过户到自己已实名的模板，过户成功后全部恢复',
      en: 'Transfer it to a verified template of your own first (过户); all of it is open again after that',
    },
  },
  {
    id: 'BLOCK-EXPIRED',
    source: cite('境内注册商乙的公开文档：域名过户', '不在有效期', { date: '2022-11-01' }),
    from: listDay,
    field: 'state.expiresOn',
    stops: new Set<Operation>(['holder-change', 'transfer-in']),
    stands: ({ state, day }) => state.expiresOn !== undefined && state.expiresOn < day,
    says: { zh: '域名已过期，不能过户和转入', en: 'The domain has expired; neither holder nor registrar can change' },
    remedy: { zh: '先续费或赎回', en: 'Renew or redeem it first' },
  },
  {
    id: 'BLOCK-UNVERIFIED',
    source: cite('境内注册商乙的公开文档：域名过户', '未实名认证的域名', { date: '2022-11-01' }),
    from: listDay,
    field: 'state.identity',
    stops: new Set<Operation>(['holder-change']),
    stands: ({ state }) => state.identity === 'unverified',
    says: {
      zh: '域名未实名认证，不能过户',
      en: 'The identity of the domain is not verified; the holder cannot change',
    },
    remedy: {
      zh: '先提交实名认证；认证失败后可以过户到已实名的模板',
      en: 'Hand in the verification first; after a failure the domain may go to a verified template',
    },
  },
  {
    id: 'BLOCK-UNVERIFIED-CN',
    source: cite('境内注册商乙的公开文档：.cn等域名的实名要求', '未实名认证的域名', { date: '2021-12-22' }),
    from: '2021-12-29',
    field: 'state.identity',
    stops: unverifiedStops,
    stands: (facts) => ofCnnic(facts) && notVerified(facts),
    says: unverifiedSays,
    remedy: unverifiedRemedy,
  },
  {
    id: 'BLOCK-UNVERIFIED-ALL',
    source: cite('境内注册商甲的公开文档：接口变更通知', '只受理已实名认证的模板', { date: '2022-03-01' }),
    from: '2022-03-01',
    field: 'state.identity',
    stops: unverifiedStops,
    // What needs a verified holder at the beginning needs one ever after.
    stands: (facts) => !ofCnnic(facts) && facts.suffix?.verifyBefore === true && notVerified(facts),
    says: unverifiedSays,
    remedy: unverifiedRemedy,
  },
]

const bookOf = ({ stops, stands, ...rest }: Block): IdentityRule =>
  identityRule({
    ...rest,
    applies: ({ operation }) => operation !== undefined && stops.has(operation),
    holds: (facts) => !stands(facts),
  })

export const blockRules: readonly IdentityRule[] = blocks.map(bookOf)

/** Something in the state of a domain that closes operations. */
export interface StateLock {
  readonly finding: Finding
  readonly operations: readonly Operation[]
}

/** Everything that closes an operation now, whatever was asked for: the one matrix of states and operations. */
export function locksOf(facts: IdentityFacts): readonly StateLock[] {
  return blocks
    .filter((block) => inForce(block, facts.day) && block.stands(facts))
    .map((block) => ({ finding: findingOf(bookOf(block), facts), operations: [...block.stops] }))
}

export interface BlockedOperation {
  readonly operation: Operation
  /** Ids of the rules that stand against it. */
  readonly rules: readonly string[]
}

/** Every operation that the state of the facts does not allow now, whatever operation was asked for. */
export function blockedOperations(facts: IdentityFacts): readonly BlockedOperation[] {
  const locks = locksOf(facts)
  if (locks.length === 0) return []
  return operations.flatMap((operation) => {
    const rules = locks.filter((lock) => lock.operations.includes(operation)).map(({ finding }) => finding.rule)
    return rules.length > 0 ? [{ operation, rules }] : []
  })
}
