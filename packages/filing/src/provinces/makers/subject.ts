import type { FilingCase } from '../../facts/filing-facts.ts'
import { hasPaper, isForeign, residentNumber } from '../../facts/people.ts'
import { figure, type Maker, provinceRule, said, states, words } from '../province-rule.ts'

/** address: the city and the words of an address. */
export const addressRules: Maker = (fact, province) => {
  const banned = words(fact, 'banned')
  const found = ({ draft }: FilingCase): string | undefined =>
    banned.find((word) => draft.subject.correspondenceAddress?.includes(word))
  return [
    ...(states(fact, 'sameCity')
      ? [
          provinceRule(fact, province, {
            part: 'CITY',
            of: 'draft',
            field: 'subject.correspondenceAddress',
            applies: ({ draft }) =>
              cityIn(draft.subject.correspondenceAddress) !== undefined &&
              cityIn(draft.subject.certificate?.address) !== undefined,
            holds: ({ draft }) =>
              cityIn(draft.subject.correspondenceAddress) === cityIn(draft.subject.certificate?.address),
            says: {
              zh: `${province.name}：通信地址要与证件在同一个市`,
              en: `${province.english}: the correspondence address is in the city of the certificate`,
            },
            remedy: { zh: '改成证件所在市的地址', en: 'Give an address in that city' },
          }),
        ]
      : []),
    ...(banned.length === 0
      ? []
      : [
          provinceRule(fact, province, {
            part: 'WORDS',
            of: 'draft',
            field: 'subject.correspondenceAddress',
            applies: ({ draft }) => draft.subject.correspondenceAddress !== undefined,
            holds: (c) => found(c) === undefined,
            says: (c) => ({
              zh: `${province.name}：地址里不写“${found(c) ?? '…'}”`,
              en: `${province.english}: addresses do not have ${found(c) ?? '…'}`,
            }),
            remedy: { zh: '写现在的区县名', en: 'Use today’s name of the district' },
          }),
        ]),
  ]
}

// 市 as the second part of an address: 浙江省杭州市…
function cityIn(address: string | undefined): string | undefined {
  return /^(?:.{2,8}?(?:省|自治区))?(.{2,10}?(?:市|自治州|地区|盟))/.exec(address ?? '')?.[1]
}

/** investorField: what stands in 投资人或主管单位. */
export const investorRules: Maker = (fact, province) => {
  const wanted = ({ draft }: FilingCase): string | undefined =>
    said(fact, 'all') ??
    (draft.subject.nature === 'enterprise'
      ? said(fact, 'company')
      : (said(fact, 'others') ?? (isPublic(draft.subject.nature) ? said(fact, 'public') : undefined)))
  const names: Readonly<Record<string, readonly [string, string]>> = {
    'subject-name': ['主办单位全称', 'the full name of the organiser'],
    'legal-representative': ['法定代表人', 'the legal representative'],
    superior: ['上级或主管单位', 'the superior unit'],
  }
  return [
    provinceRule(fact, province, {
      of: 'draft',
      field: 'subject.investor',
      applies: (c) => wanted(c) !== undefined && c.draft.subject.investor !== undefined,
      holds: (c) => {
        const { investor = '', name, principal, register } = c.draft.subject
        const mode = wanted(c)
        if (mode === 'subject-name') return name === undefined ? undefined : investor === name
        if (mode === 'superior') return investor.trim() !== '' && investor !== principal?.name
        const legal = register?.legalRepresentative ?? (principal?.legalRepresentative ? principal.name : undefined)
        return legal === undefined ? undefined : investor === legal
      },
      says: (c) => {
        const [zh, en] = names[wanted(c) ?? ''] ?? ['…', '…']
        return {
          zh: `${province.name}：投资人或主管单位填${zh}`,
          en: `${province.english}: investor or superior unit is ${en}`,
        }
      },
      remedy: { zh: '照这个写法改', en: 'Correct it accordingly' },
    }),
  ]
}

function isPublic(nature: string | undefined): boolean {
  return nature === 'government' || nature === 'institution'
}

/** nonLocalPerson: whether a person with an ID card from elsewhere may file here. */
export const nonLocalRules: Maker = (fact, province) => {
  const mode = said(fact, 'mode')
  if (mode === 'allowed') return []
  const prefix = province.code.slice(0, 2)
  const least = figure(fact, 'minValidDays')
  const cardOf = ({ draft }: FilingCase): string | undefined => {
    const { certificate } = draft.subject
    return certificate === undefined ? undefined : residentNumber({ certificate })
  }
  const elsewhere = (c: FilingCase): boolean => cardOf(c)?.startsWith(prefix) === false
  if (mode === 'permit')
    return [
      provinceRule(fact, province, {
        of: 'draft',
        field: 'subject.certificate.number',
        applies: elsewhere,
        holds: ({ draft }) => hasPaper(draft, 'residence'),
        says: {
          zh: `外省身份证在${province.name}备案要居住证明`,
          en: `An ID card of another province needs a proof of residence in ${province.english}`,
        },
        remedy: {
          zh: '上传居住证，或选身份证所在的省',
          en: 'Upload the residence permit, or file in the province of the card',
        },
      }),
      provinceRule(fact, province, {
        part: 'PERMIT',
        of: 'paper',
        field: 'endsOn',
        applies: ({ paper }) => paper.kind === 'residence' && paper.endsOn !== undefined,
        holds: ({ draft, paper }) =>
          (Date.parse(paper.endsOn ?? draft.day) - Date.parse(draft.day)) / 86_400_000 >= (least ?? 0),
        says: {
          zh: least === undefined ? `${province.name}：居住证过期了` : `${province.name}：居住证剩余要满${least}天`,
          en:
            least === undefined
              ? `${province.english}: the residence permit has expired`
              : `${province.english}: the residence permit is valid for ${least} more days`,
        },
        remedy: { zh: '换有效的居住证', en: 'Renew the permit' },
      }),
    ]
  return [
    provinceRule(fact, province, {
      of: 'draft',
      field: 'subject.certificate.number',
      applies: (c) => cardOf(c) !== undefined,
      holds: (c) => !elsewhere(c),
      says: {
        zh: `${province.name}只收本省身份证的个人`,
        en: `${province.english} takes persons with an ID card of the province only`,
      },
      remedy: {
        zh: '选身份证所在的省，或由单位备案',
        en: 'File in the province of the card, or let an organisation file',
      },
    }),
  ]
}

/** foreignPerson: whether foreigners may file. */
export const foreignRules: Maker = (fact, province) =>
  fact.params.allowed !== false
    ? []
    : [
        provinceRule(fact, province, {
          of: 'draft',
          field: 'subject.certificate.kind',
          applies: ({ draft }) => isForeign(draft.subject) !== undefined,
          holds: ({ draft }) => isForeign(draft.subject) === false,
          says: { zh: `${province.name}不受理外籍个人`, en: `${province.english} does not take foreign persons` },
          remedy: { zh: '由内地人员或单位备案', en: 'A mainland person or an organisation files' },
        }),
      ]

/** annualReview: a province with a yearly review. */
export const yearlyRules: Maker = (fact, province) => [
  provinceRule(fact, province, {
    of: 'draft',
    field: 'record.yearlyReviewDone',
    applies: ({ draft }) => draft.record.filed === true && draft.record.yearlyReviewDone !== undefined,
    holds: ({ draft }) => draft.record.yearlyReviewDone,
    says: {
      zh: `${province.name}有备案年审，这个主体还没有做`,
      en: `${province.english} has a yearly review, which this subject has not passed`,
    },
    remedy: { zh: '先完成年审', en: 'Complete the review first' },
  }),
]
