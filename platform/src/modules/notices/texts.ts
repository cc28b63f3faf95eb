import type { Text } from '@yuming/rules'

interface NoticeText {
  readonly subject: Text
  readonly body: Text
}

/** Texts by kind; `{name}` is replaced by the parameter of that name. */
export const noticeTexts = {
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
      zh: '订单 {number} 已完成：{names}。\n请尽快进行实名认证；如要在中国内地的服务器上开通网站，实名认证后还须办理 ICP 备案。\n{link}',
      en: 'Order {number} is complete: {names}.\nPlease complete real-name verification soon. A website on servers in mainland China also needs ICP filing after that.\n{link}',
    },
  },
  'order.failed': {
    subject: { zh: '域名注册未成功：{names}', en: 'Not registered: {names}' },
    body: {
      zh: '订单 {number} 中的 {names} 未能注册：{reason}\n已付款项将退回。\n{link}',
      en: 'In order {number}, {names} could not be registered: {reason}\nWhat was paid is returned.\n{link}',
    },
  },
  'order.refunded': {
    subject: { zh: '订单 {number} 已退款', en: 'Order {number} was refunded' },
    body: {
      zh: '订单 {number} 的 {names} 已退款 {amount} 元，退回{where}。\n{link}',
      en: 'CNY {amount} for {names} in order {number} was returned to {where}.\n{link}',
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
  'domain.verify-soon': {
    subject: { zh: '请尽快进行实名认证：{names}', en: 'Verify the holder soon: {names}' },
    body: {
      zh: '{names} 尚未完成实名认证，请在 {by} 前提交材料，逾期会停止解析。完成后再办理 ICP 备案。\n{link}',
      en: 'The holder of {names} is not verified yet. Please hand the papers in by {by}, or it stops resolving. ICP filing comes after that.\n{link}',
    },
  },
  'domain.verify-over': {
    subject: { zh: '{names} 已停止解析：未实名认证', en: '{names} does not resolve: the holder is not verified' },
    body: {
      zh: '{names} 到 {by} 仍未完成实名认证，已停止解析。提交材料并通过审核后恢复。\n{link}',
      en: 'The holder of {names} was not verified by {by}; the name does not resolve any more. It does again once the papers are handed in and have passed.\n{link}',
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
  Record<Holes<TextOf<K>['subject']['zh']> | Holes<TextOf<K>['body']['zh']>, string>
>

/** @throws when a parameter is missing: a message with a hole never leaves. */
export function renderNotice(
  kind: string,
  locale: 'zh' | 'en',
  parameters: Readonly<Record<string, string>>,
): { subject: string; text: string } {
  const text = (noticeTexts as Readonly<Record<string, NoticeText>>)[kind]
  if (!text) throw new Error(`no notice of kind ${kind}`)
  const fill = (pattern: string) =>
    pattern.replace(/\{([a-z]+)\}/g, (_hole, name: string) => {
      const value = parameters[name]
      if (value === undefined) throw new Error(`notice ${kind} lacks ${name}`)
      return value
    })
  // A subject is one line, whatever a parameter holds (RFC 5322 §2.2).
  return { subject: fill(text.subject[locale]).replace(/[\r\n]+/g, ' '), text: fill(text.body[locale]) }
}
