import type { Text } from '@yuming/rules'
import { filingTexts } from './filing-texts.ts'
import { identityTexts } from './identity-texts.ts'
import type { NoticeText } from './notice-text.ts'

/** Texts by kind; `{name}` is replaced by the parameter of that name. */
export const noticeTexts = {
  ...filingTexts,
  ...identityTexts,
  'email.verification': {
    subject: { zh: '验证邮箱', en: 'Verify your e-mail address' },
    body: {
      zh: '验证码：{code}\n也可以打开链接完成验证：{link}\n\n{hours} 小时内有效。如果不是您本人操作，请忽略本邮件。',
      en: 'Code: {code}\nOr open this link: {link}\n\nValid for {hours} hours. If this was not you, ignore this message.',
    },
  },
  'email.verify-soon': {
    subject: { zh: '请验证持有者邮箱', en: 'Verify the address of the holder' },
    body: {
      zh: '【域名】持有者邮箱还没有验证，请在 {by} 前验证，逾期域名会停止解析。\n{link}',
      en: '[Yuming] The address of the holder is not verified. Please verify it by {by}, or the names stop resolving.\n{link}',
    },
  },
  'account.exists': {
    subject: { zh: '有人用您的邮箱注册', en: 'Someone tried to sign up with your address' },
    body: {
      zh: '该邮箱已有账号，请直接登录：{link}\n如果不是您本人操作，请忽略本邮件。',
      en: 'This address has an account already; sign in here: {link}\nIf this was not you, ignore this message.',
    },
  },
  'phone.changed': {
    subject: { zh: '账号的手机号码已更换', en: 'The phone of your account was changed' },
    body: {
      zh: '【域名】账号绑定的手机号码已换成 {phone}。不是本人操作，请立即登录修改密码：{link}',
      en: '[Yuming] The phone of your account is now {phone}. If this was not you, sign in and change the password: {link}',
    },
  },
  'phone.code': {
    subject: { zh: '登录验证码', en: 'Sign-in code' },
    body: {
      zh: '【域名】验证码 {code}，{minutes} 分钟内有效，请勿告诉他人。',
      en: '[Yuming] Your code is {code}, valid for {minutes} minutes. Tell it to nobody.',
    },
  },
  'order.placed': {
    subject: { zh: '订单 {number} 待支付', en: 'Order {number} awaits payment' },
    body: {
      zh: '订单 {number}（{names}）已提交，请尽快结算。下单不会为您保留域名，支付前可能被他人注册。\n{link}',
      en: 'Order {number} ({names}) was placed. Please pay soon: an order does not hold a name, and others may register it before you pay.\n{link}',
    },
  },
  'order.succeeded': {
    subject: { zh: '域名注册成功：{names}', en: 'Registered: {names}' },
    body: {
      zh: '订单 {number} 已完成：{names}。\n{next}\n{link}',
      en: 'Order {number} is complete: {names}.\n{next}\n{link}',
    },
  },
  'order.failed': {
    subject: { zh: '域名注册未成功：{names}', en: 'Not registered: {names}' },
    body: {
      zh: '订单 {number} 中的 {names} 未能注册：{reason}\n{money}\n{link}',
      en: 'In order {number}, {names} could not be registered: {reason}\n{money}\n{link}',
    },
  },
  'order.price-raised': {
    subject: { zh: '注册局涨价，没有注册：{names}', en: 'Its registry raised the price; not registered: {names}' },
    body: {
      zh: '订单 {number} 中的 {names} 没有注册：{reason}\n我们没有按新价注册。{money}\n要按新价买，请再查一次、重新下单。\n{link}',
      en: 'In order {number}, {names} was not registered: {reason}\nWe did not register it at the new price. {money}\nTo buy it at that price, search for it again and place a new order.\n{link}',
    },
  },
  'order.renewal-failed': {
    subject: { zh: '续费未成功：{names}', en: 'Not renewed: {names}' },
    body: {
      zh: '订单 {number} 中的 {names} 没有续费成功：{reason}\n{money}\n{link}',
      en: 'In order {number}, {names} could not be renewed: {reason}\n{money}\n{link}',
    },
  },
  'order.refund-done': {
    subject: { zh: '退款有结果：{name}', en: 'Your refund is settled: {name}' },
    body: {
      zh: '订单 {number} 里 {name} 的退款，财务已处理：{money}\n{link}',
      en: 'Our finance staff have seen to the refund for {name} in order {number}: {money}\n{link}',
    },
  },
  'payment.other-amount': {
    subject: { zh: '到账的金额不对：{about}', en: 'Another amount came: {about}' },
    body: {
      zh: '{about}应付 ¥{due}，{method}到账 ¥{came}。到账的 ¥{came} 已转入账户余额。{next}\n{link}',
      en: 'CNY {due} was due for {about}, and CNY {came} came ({method}). The CNY {came} are on your balance. {next}\n{link}',
    },
  },
  'domain.renewed': {
    subject: { zh: '域名续费成功：{names}', en: 'Renewed: {names}' },
    body: {
      zh: '{names} 已续费，新的到期日为 {expires}。\n{link}',
      en: '{names} was renewed and now expires on {expires}.\n{link}',
    },
  },
  'domain.expires-soon': {
    subject: { zh: '{name} 将于 {expires} 到期', en: '{name} expires on {expires}' },
    body: {
      zh: '{name} 将于 {expires} 到期。{renewal}\n{link}',
      en: '{name} expires on {expires}. {renewal}\n{link}',
    },
  },
  'domain.expired': {
    subject: { zh: '{name} 已于 {expires} 到期', en: '{name} expired on {expires}' },
    body: {
      zh: '{name} 已于 {expires} 到期。{renewal}\n{link}',
      en: '{name} expired on {expires}. {renewal}\n{link}',
    },
  },
  'domain.agent-held': {
    subject: { zh: '请及时过户到自己名下：{name}', en: 'Transfer {name} to yourself in time' },
    body: {
      zh: '{name} 登记在代理（{agent}）名下，登记信息显示代理的联系方式，使用功能受限：不能续费、转出、账号间转移和修改信息。轮到你：先建自己的信息模板并实名，再过户到自己名下，过户成功后全部恢复。\n{link}',
      en: '{name} is held by an agent ({agent}): the registration shows their contacts, and renewal, transfer, moves and changes of information are closed. Your turn: make a template of your own, have it verified and transfer the name to it (过户); all is open again after that.\n{link}',
    },
  },
  'domain.verify-soon': {
    subject: { zh: '请尽快进行实名认证：{names}', en: 'Verify the holder soon: {names}' },
    body: {
      zh: '{names} 尚未完成实名认证，请在 {by} 前提交材料，逾期停止解析（注册局停止；注册局不停的，我们停止）。完成后再办理 ICP 备案。\n{link}',
      en: 'The holder of {names} is not verified yet. Please hand the papers in by {by}, or it stops resolving (by its registry, or else by us). ICP filing comes after that.\n{link}',
    },
  },
  'domain.hold-lifted': {
    subject: { zh: '{name} 已恢复解析', en: '{name} resolves again' },
    body: {
      zh: '{name} 的停止解析状态已解除，一两个小时内各地恢复访问。\n{link}',
      en: 'The hold of {name} has ended; within an hour or two it resolves everywhere again.\n{link}',
    },
  },
  'domain.email-held': {
    subject: { zh: '{names} 已停止解析：邮箱未验证', en: '{names} does not resolve: the address is not verified' },
    body: {
      zh: '【域名】持有者邮箱到 {by} 仍未验证，{names} 已停止解析。验证邮箱后自动恢复。\n{link}',
      en: '[Yuming] The address of the holder was not verified by {by}; {names} does not resolve any more. It does again once the address is verified.\n{link}',
    },
  },
  'domain.review-failed': {
    subject: { zh: '{name} 的{axis}没有通过', en: 'The {axis} of {name} failed' },
    body: {
      zh: '注册局审核 {name}：{axis}没有通过。{reason}轮到您，请看：\n{link}',
      en: 'The registry reviewed {name}: the {axis} failed. {reason}It is your turn:\n{link}',
    },
  },
  'domain.holder-changed': {
    subject: { zh: '{name} 过户成功', en: 'The holder of {name} has changed' },
    body: {
      zh: '{name} 已过户给 {holder}。\n{link}',
      en: '{name} now belongs to {holder}.\n{link}',
    },
  },
  'domain.holder-change-failed': {
    subject: { zh: '{name} 过户没有成功', en: 'The holder of {name} has not changed' },
    body: {
      zh: '{name} 过户没有成功，持有者不变：{reason}\n{link}',
      en: '{name} was not moved; its holder is as before: {reason}\n{link}',
    },
  },
  'ticket.answered': {
    subject: { zh: '工单 {number} 有答复', en: 'Ticket {number} is answered' },
    body: {
      zh: '关于 {name} 的工单 {number} 有了答复，轮到您看一看。\n{link}',
      en: 'Ticket {number} about {name} has an answer; it is your turn to look.\n{link}',
    },
  },
  'domain.verify-over': {
    subject: { zh: '{names} 已停止解析：未实名认证', en: '{names} does not resolve: the holder is not verified' },
    body: {
      zh: '{names} 到 {by} 仍未完成实名认证，我们已停止它的解析。提交材料并通过审核后，我们随即恢复。\n{link}',
      en: 'The holder of {names} was not verified by {by}; we have stopped its resolution, and lift that once the papers are handed in and have passed.\n{link}',
    },
  },
  'domain.verify-held': {
    subject: { zh: '{names} 已被注册局停止解析：未实名认证', en: '{names} does not resolve: its registry holds it' },
    body: {
      zh: '{names} 到 {by} 仍未完成实名认证，注册局已停止它的解析。提交材料并通过审核后，由注册局恢复，一般1至2个工作日。\n{link}',
      en: 'The holder of {names} was not verified by {by}; its registry has stopped its resolution, and lifts that once the papers are handed in and have passed, usually within 1 or 2 working days.\n{link}',
    },
  },
  'domain.unpaid-held': {
    subject: { zh: '{name} 已停止解析：到期未续费', en: '{name} does not resolve: it is not renewed' },
    body: {
      zh: '{name} 已于 {expires} 到期，没有续费，现已停止解析。{until} 前续费，随即恢复；到那天删除，再取回要付赎回费。\n{link}',
      en: '{name} expired on {expires} and was not renewed; it does not resolve any more. Renew it before {until} and it does again; it is deleted then, and a restore fee is due to have it back.\n{link}',
    },
  },
  'domain.unpaid-deleted': {
    subject: { zh: '{name} 已删除：到期未续费', en: '{name} is deleted: it was not renewed' },
    body: {
      zh: '{name} 已于 {expires} 到期，一直没有续费，现已删除。{restore}\n{link}',
      en: '{name} expired on {expires} and was never renewed; it is deleted now. {restore}\n{link}',
    },
  },
  'domain.deleted': {
    subject: { zh: '{name} 已被注册局删除', en: '{name} was deleted by its registry' },
    body: {
      zh: '{name} 的审核没有通过，注册局已删除：{reason}\n{money}\n{link}',
      en: 'A review of {name} failed and its registry has deleted it: {reason}\n{money}\n{link}',
    },
  },
} as const satisfies Record<string, NoticeText>

export type NoticeKind = keyof typeof noticeTexts

/** Names of the parameters that a text needs, read from the text itself. */
type Holes<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never
type TextOf<K extends NoticeKind> = (typeof noticeTexts)[K]
export type NoticeParameters<K extends NoticeKind> = Readonly<
  Record<Holes<TextOf<K>['subject']['zh']> | Holes<TextOf<K>['body']['zh']>, string | Text>
>

/** @throws when a parameter is missing: a message with a hole never leaves. */
export function renderNotice(
  kind: string,
  locale: 'zh' | 'en',
  parameters: Readonly<Record<string, string | Text>>,
): { subject: string; text: string } {
  const text = (noticeTexts as Readonly<Record<string, NoticeText>>)[kind]
  if (!text) throw new Error(`no notice of kind ${kind}`)
  const fill = (pattern: string) =>
    pattern.replace(/\{([a-z]+)\}/g, (_hole, name: string) => {
      const value = parameters[name]
      if (value === undefined) throw new Error(`notice ${kind} lacks ${name}`)
      return typeof value === 'string' ? value : value[locale]
    })
  // A subject is one line, whatever a parameter holds (RFC 5322 §2.2).
  return { subject: fill(text.subject[locale]).replace(/[\r\n]+/g, ' '), text: fill(text.body[locale]) }
}
