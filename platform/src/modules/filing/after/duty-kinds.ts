import type { OrderType } from '@yuming/filing'
import type { Text } from '@yuming/rules'

export const foundBy = ['bureau', 'approval', 'scan', 'event', 'probe', 'owner'] as const
export type FoundBy = (typeof foundBy)[number]

/** What has to be done about something that is filed. */
export const dutyNames = {
  'public-security': { zh: '办理公安联网备案', en: 'file with public security' },
  change: { zh: '变更备案', en: 'file the change' },
  'cancel-expired-domain': {
    zh: '域名已到期：续费，或注销这个网站的备案',
    en: 'the domain has ended: renew it, or cancel this filing',
  },
  'cancel-gone-domain': {
    zh: '域名已不在这里注册：注销这个网站的备案',
    en: 'the domain is no longer registered here: cancel this filing',
  },
  'cancel-other-holder': {
    zh: '域名换了持有者：注销或变更这个网站的备案',
    en: 'the domain has another holder: cancel or change this filing',
  },
  'domain-ends-soon': { zh: '备案的域名快到期：续费', en: 'the filed domain ends soon: renew it' },
  'no-access': { zh: '已没有接入：新增接入，或注销备案', en: 'no access is left: add one, or cancel the filing' },
  'empty-subject': {
    zh: '主体下没有网站了：新增，或注销主体',
    en: 'the subject has no service left: add one, or cancel the subject',
  },
  'confirm-phone': { zh: '确认负责人电话', en: 'confirm the principals’ telephones' },
  footer: { zh: '网站底部的备案号不对：改正', en: 'the number in the footer is not right: correct it' },
  rectification: { zh: '按管局的整改通知改正', en: 'put right what the bureau told' },
  'shell-site': {
    zh: '空壳网站：恢复解析到备案的地址，或新增接入',
    en: 'a shell site: let it resolve to the filed address, or add an access',
  },
  'dead-site': { zh: '网站打不开：恢复访问', en: 'the site cannot be opened: open it again' },
  'access-differs': {
    zh: '解析与备案的接入不一致：解析到备案的地址，或变更接入',
    en: 'it resolves to another place than is filed: let it resolve to the filed address, or change the access',
  },
  'subject-data': { zh: '管局核查主体信息有误：变更主体', en: 'the bureau found the subject’s data wrong: change it' },
} as const satisfies Readonly<Record<string, Text>>

export type DutyKind = keyof typeof dutyNames
export const dutyKinds = Object.keys(dutyNames) as [DutyKind, ...DutyKind[]]

/** What our own rows tell, and so is found and ended by every look at them. */
export const kindsOfRows: Readonly<Record<string, DutyKind>> = {
  'SITE-DOMAIN-01': 'cancel-expired-domain',
  'SITE-DOMAIN-02': 'domain-ends-soon',
  'SITE-DOMAIN-03': 'cancel-gone-domain',
  'SITE-HOLDER-01': 'cancel-other-holder',
  'SITE-ACCESS-01': 'no-access',
  'SITE-PHONE-01': 'confirm-phone',
  'RECORD-EMPTY-01': 'empty-subject',
  'SITE-SHELL-01': 'shell-site',
}

/** What only a look from outside tells. */
export const kindsOfProbe: Readonly<Record<string, DutyKind>> = {
  'SITE-OPEN-01': 'dead-site',
  'SITE-FOOTER-01': 'footer',
  'SITE-FOOTER-02': 'footer',
  'SITE-FOOTER-03': 'footer',
  'SITE-ADDRESS-01': 'access-differs',
}

/** What only the owner can know; his word ends it. */
const saidKinds: ReadonlySet<DutyKind> = new Set([
  'public-security',
  'change',
  'confirm-phone',
  'rectification',
  'cancel-gone-domain',
])

/** What a bureau found, it does not take back: the owner’s word ends it, and the bureau’s next notice opens it anew. */
export function endsBySaying(kind: DutyKind, foundBy: FoundBy): boolean {
  return foundBy === 'bureau' || saidKinds.has(kind)
}

const ofAccess = ['access-differs', 'no-access', 'shell-site'] as const

/** What a bureau found about the part that it approved anew with such an order. */
export const endedByOrder: Partial<Record<OrderType, { of: 'subject' | 'service'; kinds: readonly DutyKind[] }>> = {
  'change-subject': { of: 'subject', kinds: ['subject-data'] },
  'change-service': { of: 'service', kinds: ['dead-site', 'shell-site', 'footer'] },
  'change-access': { of: 'service', kinds: ofAccess },
  'new-access': { of: 'service', kinds: ofAccess },
}
