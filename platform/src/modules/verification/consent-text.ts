import type { Text } from '@yuming/rules'
import { retention } from './retention.ts'

/** What a person agrees to (单独同意, PIPL art. 14, 17, 23, 29, 30), and from which day the words are these. */
export interface ConsentText {
  readonly version: string
  readonly points: readonly { readonly title: Text; readonly text: Text }[]
}

/** Who gets the photographs besides us, by name where the operator has given one (PIPL art. 23). */
export interface Recipient {
  readonly role: 'provider' | 'registry'
  readonly name: Text
}

const { draftDays, submittedDays } = retention

/** A changed text has a new version, and asks again. Texts of before stay in the history of this file. */
export const consentText: ConsentText = {
  version: '2026-11-29',
  points: [
    {
      title: { zh: '收集什么', en: 'What' },
      text: {
        zh: '证件照片，以及上面的姓名或名称、号码、有效期。这是敏感个人信息。',
        en: 'Photographs of papers, with the name, number and validity on them. These are sensitive personal data.',
      },
    },
    {
      title: { zh: '为什么', en: 'Why' },
      text: {
        zh: '法律要求域名持有者用真实身份注册；没有它，名字不能解析。不同意也能查名，只是不能实名。',
        en: 'The law asks for a true identity behind every domain; without it a name does not resolve. You can search names without agreeing, but not be verified.',
      },
    },
    {
      title: { zh: '给谁看', en: 'Who sees them' },
      text: {
        zh: '我们的审核员；名单里的核验机构和注册局，只为核验这个持有者。每看一次都有记录。',
        en: 'Our reviewers, and the provider and registries named here, to verify this holder only. Every look is on record.',
      },
    },
    {
      title: { zh: '留多久', en: 'How long' },
      text: {
        zh: `没提交的${draftDays}天，提交了的${submittedDays}天，到期自动销毁，留下销毁证明。`,
        en: `${draftDays} days if not submitted, ${submittedDays} days if submitted; then they are destroyed, and a certificate of it stays.`,
      },
    },
    {
      title: { zh: '你可以', en: 'You may' },
      text: {
        zh: '随时在“账号”页撤回。撤回后不再收集，照片当天销毁；正在审核的，审完就销毁。',
        en: 'Withdraw at any time on the page of your account. Nothing more is collected then; photographs are destroyed that day, those under review as soon as it is over.',
      },
    },
    {
      title: { zh: '证件是别人的', en: 'Papers of others' },
      text: {
        zh: '替公司或别人办理，要先得到证件本人同意；未满十四周岁的，由监护人同意。',
        en: 'If the papers are of your company or of somebody else, have their agreement first; for a child under fourteen, that of the guardian.',
      },
    },
  ],
}
