import { cite } from '@yuming/rules'
import { manual, type NameRule, nameRule } from './name-rule.ts'

/** The manual's own rules begin on the next day. */
const until = '2021-01-18'
const dnsDay = '1987-11-01'

/** Of the days before the manual only single rules are known: what they let through was not allowed by that alone. */
const rulesNotCollected = nameRule({
  id: 'NAME-HISTORY-01',
  source: manual('2 域名命名规则'),
  from: '0001-01-01',
  until,
  field: 'day',
  holds: () => undefined,
  says: {
    zh: '2021-01-19以前的命名规则没有收全，不能断定当时可以注册',
    en: 'The naming rules of the days before 2021-01-19 are not all known here, so it cannot be said to have been allowed',
  },
  remedy: { zh: '查当时的文件，或改问之后的日子', en: 'Consult the texts of that time, or ask about a later day' },
})

// What the standards of DNS and IDN refuse, no registry has ever taken: that is known of the days before the manual too.

const hostNameLetters = nameRule({
  id: 'NAME-DNS-01',
  source: cite('RFC 1034', '3.5 Preferred name syntax', { date: dnsDay }),
  from: dnsDay,
  until,
  applies: ({ hasHan, ascii, label }) => !hasHan && label.length > 0 && /^[ -~]*$/.test(ascii ?? label),
  holds: ({ label }) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label),
  says: {
    zh: '名字只能由字母、数字和连接符组成，连接符不在开头和结尾',
    en: 'A name is made of letters, digits and hyphens, and a hyphen is neither first nor last',
  },
  remedy: { zh: '去掉别的字符和首尾的连接符', en: 'Remove other characters, and hyphens at the start or end' },
})

const hyphenAtEdgeOfOthers = nameRule({
  id: 'NAME-DNS-02',
  source: cite('RFC 5891', '4.2.3.1 Hyphen Restrictions', { date: '2010-08-01' }),
  from: '2010-08-01',
  until,
  applies: ({ label, badPunycode }) => label.length > 0 && !badPunycode,
  holds: ({ label, hasHan }) =>
    label.slice(2, 4) !== '--' && !(hasHan && (label.startsWith('-') || label.endsWith('-'))),
  says: {
    zh: '第三、第四位不能都是连接符，国际化域名首尾也不能是连接符',
    en: 'The third and the fourth character are not both hyphens, and an internationalised name neither begins nor ends with one',
  },
  remedy: { zh: '去掉这里的连接符', en: 'Remove the hyphens there' },
})

const lengthOfLabel = nameRule({
  id: 'NAME-DNS-03',
  source: cite('RFC 1035', '2.3.4 Size limits', { date: dnsDay }),
  from: dnsDay,
  until,
  holds: ({ ascii, label }) => (ascii ?? label).length <= 63,
  says: ({ ascii, length }) => ({
    zh: `名字最多63个字符（汉字按Punycode算），现在有${ascii?.length ?? length}个`,
    en: `A name has at most 63 characters, Chinese ones counted in Punycode; this one has ${ascii?.length ?? length}`,
  }),
  remedy: { zh: '缩短名字', en: 'Shorten the name' },
})

export const historyRules: readonly NameRule[] = [
  rulesNotCollected,
  hostNameLetters,
  hyphenAtEdgeOfOthers,
  lengthOfLabel,
]
