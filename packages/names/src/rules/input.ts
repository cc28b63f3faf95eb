import { cite } from '@yuming/rules'
import { nameRule, naming } from './name-rule.ts'

/** A web or mail address was pasted where a name belongs. */
export const addressLeftOut = nameRule({
  id: 'NAME-ADDRESS-01',
  source: naming('2.1'),
  severity: 'advise',
  applies: ({ given }) => given.addressLeftOut === true,
  holds: () => false,
  says: {
    zh: '只取了网址或邮箱里的域名部分，其余去掉了',
    en: 'Only the domain of the web or mail address was taken; the rest was left out',
  },
  remedy: { zh: '看一看取得对不对', en: 'See whether the right part was taken' },
})

/** What a person typed in front of a name and that is no part of it. */
export const wwwLeftOut = nameRule({
  id: 'NAME-WWW-01',
  source: naming('2.1'),
  severity: 'advise',
  applies: ({ given }) => given.wwwLeftOut === true,
  holds: () => false,
  says: {
    zh: '去掉了前面的“www.”：它是网站的主机名，不是域名的一部分',
    en: 'The “www.” in front was left out: it names the host of a web site, not the domain',
  },
  remedy: { zh: '注册后可以自己添加www解析', en: 'Add a www record yourself once the name is yours' },
})

/** Compatibility forms are read as the characters that they stand for (UTS 46); full width and letter case need no word. */
export const readAsOther = nameRule({
  id: 'NAME-FOLD-01',
  source: cite('UTS #46 Unicode IDNA Compatibility Processing', '4 Processing', {
    url: 'https://www.unicode.org/reports/tr46/',
  }),
  severity: 'advise',
  applies: ({ given }) => given.readAs !== undefined,
  holds: () => false,
  says: ({ given: { readAs } }) => ({
    zh: `“${readAs?.typed ?? '…'}”按“${readAs?.read ?? '…'}”读`,
    en: `“${readAs?.typed ?? '…'}” was read as “${readAs?.read ?? '…'}”`,
  }),
  remedy: { zh: '不是这个意思就重新输入', en: 'Type it again where you mean something else' },
})
