import type { FilingCase } from '../../facts/filing-facts.ts'
import { figure, type Maker, provinceRule, states, words } from '../province-rule.ts'

const hanCount = (name: string): number => [...name].filter((sign) => /\p{Script=Han}/u.test(sign)).length
const nameOf = ({ service }: FilingCase): string => service.name ?? ''
const named = ({ service }: FilingCase): boolean => service.name !== undefined && service.kind !== 'app'
const found = (list: readonly string[], c: FilingCase): string | undefined =>
  list.find((word) => nameOf(c).includes(word))

/** siteNameBannedWords: words that names of personal sites do not have. */
export const bannedWordRules: Maker = (fact, province) => [
  provinceRule(fact, province, {
    of: 'service',
    field: 'name',
    applies: named,
    holds: (c) => found(words(fact, 'words'), c) === undefined,
    says: (c) => ({
      zh: `${province.name}：个人网站名称不能有“${found(words(fact, 'words'), c) ?? '…'}”`,
      en: `${province.english}: the name of a personal site does not have “${found(words(fact, 'words'), c) ?? '…'}”`,
    }),
    remedy: { zh: '换掉这个词', en: 'Use other words' },
  }),
]

/** siteNamePattern: the only forms that a personal name may have. */
export const patternRules: Maker = (fact, province) => [
  provinceRule(fact, province, {
    of: 'service',
    field: 'name',
    applies: named,
    holds: (c) => words(fact, 'patterns').some((end) => nameOf(c).endsWith(end)),
    says: {
      zh: `${province.name}：个人网站名称只能写成“某某${words(fact, 'patterns').join('”或“某某')}”`,
      en: `${province.english}: the name of a personal site ends in ${words(fact, 'patterns').join(' or ')}`,
    },
    remedy: {
      zh: `例如“茶事${words(fact, 'patterns')[0] ?? ''}”`,
      en: `For example 茶事${words(fact, 'patterns')[0] ?? ''}`,
    },
  }),
]

/** siteName: what else a province says of names. */
export const siteNameRules: Maker = (fact, province) => {
  const least = figure(fact, 'minHan')
  const banned = words(fact, 'words')
  const approved = words(fact, 'approvalWords')
  const rule = (part: string, holds: (c: FilingCase) => boolean, zh: string, en: string) =>
    provinceRule(fact, province, {
      part,
      of: 'service',
      field: 'name',
      applies: named,
      holds,
      says: { zh: `${province.name}：${zh}`, en: `${province.english}: ${en}` },
      remedy: { zh: '改名', en: 'Change the name' },
    })
  return [
    ...(least === undefined
      ? []
      : [
          rule(
            'HAN',
            (c) => hanCount(nameOf(c)) >= least,
            `名称至少${least}个汉字`,
            `the name has at least ${least} Chinese characters`,
          ),
        ]),
    ...(banned.length === 0
      ? []
      : [
          rule(
            'WORDS',
            (c) => found(banned, c) === undefined,
            `名称不能有${banned.join('、')}`,
            `the name has none of ${banned.join(', ')}`,
          ),
        ]),
    ...(approved.length === 0
      ? []
      : [
          provinceRule(fact, province, {
            part: 'APPROVAL',
            of: 'service',
            field: 'name',
            applies: (c) => named(c) && found(approved, c) !== undefined && found(banned, c) === undefined,
            holds: ({ service }) => (service.preApprovals === undefined ? undefined : service.preApprovals.length > 0),
            says: (c) => ({
              zh: `${province.name}：名称有“${found(approved, c) ?? '…'}”要前置审批`,
              en: `${province.english}: “${found(approved, c) ?? '…'}” in the name needs a pre-approval`,
            }),
            remedy: { zh: '换掉这个词，或交批文', en: 'Use other words, or hand in the approval' },
          }),
        ]),
    ...(states(fact, 'noLatin')
      ? [
          rule(
            'LATIN',
            (c) => (states(fact, 'anyLatin') ? !/[a-z]/i.test(nameOf(c)) : !/^[a-z0-9 .'-]+$/i.test(nameOf(c))),
            states(fact, 'anyLatin') ? '名称不能有英文' : '名称不能是纯英文',
            states(fact, 'anyLatin') ? 'the name has no Latin letters' : 'the name is not all Latin letters',
          ),
        ]
      : []),
    ...(states(fact, 'noDigits')
      ? [rule('DIGITS', (c) => !/\d/.test(nameOf(c)), '名称不能有数字', 'the name has no digits')]
      : []),
    ...(states(fact, 'noPersonName')
      ? [
          rule(
            'PERSON',
            (c) => {
              const person = c.draft.subject.principal?.name ?? ''
              return person.length < 2 || !nameOf(c).includes(person)
            },
            '名称不能有人名',
            'the name has no personal name',
          ),
        ]
      : []),
  ]
}
