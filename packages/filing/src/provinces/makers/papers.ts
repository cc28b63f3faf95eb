import type { FilingCase, FilingDraft } from '../../facts/filing-facts.ts'
import { isPerson } from '../../facts/filing-facts.ts'
import { hasPaper } from '../../facts/people.ts'
import { bringsService } from '../../model/order-types.ts'
import { type PaperKind, paperNames } from '../../model/papers.ts'
import type { Province, ProvinceFact } from '../province-facts.ts'
import { figure, type Maker, provinceRule, said, states, words } from '../province-rule.ts'

const days = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000

function paperWanted(
  fact: ProvinceFact,
  province: Province,
  paper: PaperKind,
  applies: (c: FilingCase) => boolean = () => true,
) {
  return provinceRule(fact, province, {
    part: paper.toUpperCase(),
    of: 'draft',
    field: 'papers',
    applies,
    holds: ({ draft }) => hasPaper(draft, paper),
    says: {
      zh: `${province.name}要${paperNames[paper].zh}`,
      en: `${province.english} wants the ${paperNames[paper].en}`,
    },
    remedy: { zh: `上传${paperNames[paper].zh}`, en: `Upload the ${paperNames[paper].en}` },
  })
}

const trader = ({ draft }: FilingCase): boolean => draft.subject.nature === 'sole-trader'

/** document: what certificates and papers a province asks for besides. */
export const documentRules: Maker = (fact, province) => {
  const idDays = figure(fact, 'idMinDays')
  const licenceDays = figure(fact, 'licenceMinDays')
  const soleTrader = said(fact, 'soleTrader')
  const seal = said(fact, 'seal')
  const kinds = words(fact, 'certificateKinds')
  const establishment = words(fact, 'establishment')
  return [
    ...(idDays === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'ID',
            of: 'person',
            field: 'certificate.endsOn',
            applies: ({ draft, person }) => (person.certificate?.endsOn ?? '') >= draft.day,
            holds: ({ draft, person }) => days(draft.day, person.certificate?.endsOn ?? draft.day) > idDays,
            says: {
              zh: `${province.name}：身份证剩余要多于3个月`,
              en: `${province.english}: the ID card is valid for more than three months`,
            },
            remedy: { zh: '换新证再办', en: 'Renew the card first' },
          }),
        ]),
    ...(licenceDays === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'LICENCE',
            of: 'draft',
            field: 'subject.certificate.endsOn',
            applies: ({ draft }) => (draft.subject.certificate?.endsOn ?? '') >= draft.day,
            holds: ({ draft }) => days(draft.day, draft.subject.certificate?.endsOn ?? draft.day) > licenceDays,
            says: {
              zh: `${province.name}：执照剩余要多于1年`,
              en: `${province.english}: the licence is valid for more than a year`,
            },
            remedy: { zh: '换新执照再办', en: 'Renew the licence first' },
          }),
        ]),
    ...(soleTrader === undefined ? [] : [soleTraderNature(fact, province, soleTrader)]),
    ...(states(fact, 'soleTraderTradeName')
      ? [
          provinceRule(fact, province, {
            part: 'TRADE-NAME',
            of: 'draft',
            field: 'subject.tradeName',
            applies: trader,
            holds: ({ draft }) => draft.subject.tradeName,
            says: {
              zh: `${province.name}：个体工商户要有字号`,
              en: `${province.english}: a sole trader needs a trade name`,
            },
            remedy: { zh: '先到工商登记字号，或按个人备案', en: 'Register a trade name first, or file as a person' },
          }),
        ]
      : []),
    ...(states(fact, 'soleTraderSeal')
      ? [
          provinceRule(fact, province, {
            part: 'SEAL',
            of: 'draft',
            field: 'subject.hasSeal',
            applies: trader,
            holds: ({ draft }) => draft.subject.hasSeal,
            says: { zh: `${province.name}：个体工商户要有公章`, en: `${province.english}: a sole trader needs a seal` },
            remedy: { zh: '刻章，或按个人备案', en: 'Have a seal made, or file as a person' },
          }),
        ]
      : []),
    ...(establishment.length === 0
      ? []
      : [
          paperWanted(fact, province, 'establishment-approval', ({ draft }) =>
            establishment.includes(draft.subject.nature ?? ''),
          ),
        ]),
    ...(states(fact, 'partyLetter')
      ? [
          paperWanted(
            fact,
            province,
            'party-letter',
            ({ draft }) => bringsService(draft.type) && draft.type !== 'new-access',
          ),
        ]
      : []),
    ...(states(fact, 'fivePictures')
      ? [
          provinceRule(fact, province, {
            part: 'FIVE',
            of: 'draft',
            field: 'papers',
            applies: ({ draft }) => draft.type?.startsWith('change-') === true,
            holds: ({ draft }) => (draft.papers === undefined ? undefined : draft.papers.length >= 5),
            says: {
              zh: `${province.name}：变更要交全套五张图`,
              en: `${province.english}: a change needs the full five pictures`,
            },
            remedy: {
              zh: '补全主体证件、两面身份证、核验单和照片',
              en: 'Add certificate, both sides of the ID card, form and photograph',
            },
          }),
        ]
      : []),
    ...(seal === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'SEAL-TEXT',
            of: 'paper',
            field: 'seal',
            applies: ({ paper }) => paper.kind === 'subject-certificate',
            holds: ({ paper }) => (paper.seal === undefined ? undefined : paper.seal === seal),
            says: {
              zh: `${province.name}：执照的章要是“${seal}”`,
              en: `${province.english}: the licence has the seal ${seal}`,
            },
            remedy: { zh: '换新执照', en: 'Have a new licence issued' },
          }),
        ]),
    ...(kinds.length === 0
      ? []
      : [
          provinceRule(fact, province, {
            part: 'KIND',
            of: 'draft',
            field: 'subject.certificate.kind',
            applies: ({ draft }) =>
              draft.subject.nature === 'enterprise' && draft.subject.certificate?.kind !== undefined,
            holds: ({ draft }) => kinds.includes(draft.subject.certificate?.kind ?? ''),
            says: {
              zh: `${province.name}：企业只收营业执照`,
              en: `${province.english}: companies file with the business licence only`,
            },
            remedy: { zh: '换成营业执照', en: 'Use the business licence' },
          }),
        ]),
    ...(fact.params.electronic === false
      ? [
          provinceRule(fact, province, {
            part: 'ELECTRONIC',
            of: 'paper',
            field: 'faults',
            applies: ({ paper }) => paper.kind === 'subject-certificate' && paper.faults !== undefined,
            holds: ({ paper }) => paper.faults?.includes('electronic') === false,
            says: { zh: `${province.name}不收电子执照`, en: `${province.english} does not take electronic licences` },
            remedy: { zh: '拍或彩色扫描纸质原件', en: 'Photograph or scan the original on paper' },
          }),
        ]
      : []),
  ]
}

/** Whether a sole trader files as an organisation: with a trade name, where it is registered, or always. */
function soleTraderNature(fact: ProvinceFact, province: Province, by: string) {
  if (by === 'org')
    return provinceRule(fact, province, {
      part: 'SOLE-TRADER',
      of: 'draft',
      field: 'subject.nature',
      applies: ({ draft }) => draft.subject.certificate?.kind === 'business-licence',
      holds: ({ draft }) => draft.subject.nature !== 'person',
      says: {
        zh: `${province.name}：个体工商户按单位备案`,
        en: `${province.english}: a sole trader files as an organisation`,
      },
      remedy: { zh: '性质改选个体工商户', en: 'Choose “sole trader” as nature' },
      everybody: true,
    })
  return provinceRule(fact, province, {
    part: 'SOLE-TRADER',
    of: 'draft',
    field: 'subject.nature',
    applies: trader,
    holds: ({ draft: { subject } }) => (by === 'registered' ? knownInRegister(subject) : subject.tradeName),
    says: {
      zh: `${province.name}：${by === 'registered' ? '信用系统查不到的' : '没有字号的'}个体工商户按个人备案`,
      en: `${province.english}: a sole trader ${by === 'registered' ? 'who is not in the credit system' : 'without a trade name'} files as a person`,
    },
    remedy: { zh: '性质改选个人', en: 'Choose “person” as nature' },
  })
}

function knownInRegister({ register }: FilingDraft['subject']): boolean | undefined {
  return register === undefined ? undefined : register.name !== undefined
}

/** pledge: signed papers that a province asks for. */
export const pledgeRules: Maker = (fact, province) => {
  const wanted = words(fact, 'papers').filter((each): each is PaperKind => each in paperNames)
  const training = words(fact, 'trainingWords')
  const culture = words(fact, 'cultureWords')
  const named = ({ draft }: FilingCase, list: readonly string[]): boolean =>
    list.some((word) => `${draft.subject.name ?? ''}${draft.subject.scope ?? ''}`.includes(word))
  const brings = ({ draft }: FilingCase): boolean => bringsService(draft.type)
  return [
    ...wanted.map((paper) => paperWanted(fact, province, paper, brings)),
    ...(states(fact, 'video') ? [paperWanted(fact, province, 'pledge-video', brings)] : []),
    ...(training.length === 0
      ? []
      : [paperWanted(fact, province, 'no-pre-approval-pledge', (c) => named(c, training) || named(c, culture))]),
    ...(states(fact, 'signed')
      ? [
          provinceRule(fact, province, {
            part: 'SIGNED',
            of: 'paper',
            field: 'signed',
            applies: ({ paper }) => wanted.includes(paper.kind) && paper.signed !== undefined,
            holds: ({ draft, paper }) =>
              paper.signed === true &&
              (!states(fact, 'sealOrFingerprint') || (isPerson(draft) ? paper.fingerprint : paper.sealed) !== false),
            says: {
              zh: `${province.name}：承诺书要手签，单位盖章、个人按指纹`,
              en: `${province.english}: the pledge is signed by hand, sealed (organisation) or with a fingerprint (person)`,
            },
            remedy: {
              zh: '黑笔正楷签字、写日期，再上传',
              en: 'Sign legibly in black with the date, and upload it again',
            },
          }),
        ]
      : []),
  ]
}

/** verificationForm: what the form (核验单) of a province carries. */
export const formRules: Maker = (fact, province) => {
  const onForm = ({ paper }: FilingCase): boolean => paper.kind === 'verification-form'
  const rule = (
    part: string,
    field: 'registrarNamed' | 'allDomains' | 'fingerprint',
    zh: string,
    en: string,
    when = onForm,
  ) =>
    provinceRule(fact, province, {
      part,
      of: 'paper',
      field,
      applies: when,
      holds: ({ paper }) => paper[field],
      says: { zh: `${province.name}：${zh}`, en: `${province.english}: ${en}` },
      remedy: { zh: '按本省核验单补写后再上传', en: 'Complete the province’s form and upload it again' },
    })
  const several = (c: FilingCase): boolean => onForm(c) && c.draft.domains.length > 1
  return [
    ...(states(fact, 'registrarNamed')
      ? [rule('REGISTRAR', 'registrarNamed', '核验单要写域名和注册商', 'the form names domain and registrar')]
      : []),
    ...(states(fact, 'allDomains')
      ? [rule('DOMAINS', 'allDomains', '全部域名写在一张核验单上', 'all domains are on one form', several)]
      : []),
    ...(states(fact, 'fingerprint') || states(fact, 'fingerprintOfPersons')
      ? [
          rule(
            'FINGERPRINT',
            'fingerprint',
            '个人的核验单要签字并按指纹',
            'a person’s form has signature and fingerprint',
            (c) => onForm(c) && isPerson(c.draft) === true,
          ),
        ]
      : []),
  ]
}

/** buildPlan: from how many services on a plan is wanted. */
export const planRules: Maker = (fact, province) => {
  const paper: PaperKind = states(fact, 'statement') ? 'several-sites-statement' : 'plan'
  const least = ({ draft }: FilingCase): number | undefined => figure(fact, isPerson(draft) ? 'person' : 'org')
  const total = ({ draft }: FilingCase): number => (draft.record.serviceCount ?? 0) + draft.services.length
  return [
    paperWanted(fact, province, paper, (c) => {
      const from = least(c)
      return isPerson(c.draft) !== undefined && from !== undefined && total(c) >= from
    }),
  ]
}
