import { type FilingCase, isPerson } from '../../facts/filing-facts.ts'
import { hasPaper } from '../../facts/people.ts'
import type { Province, ProvinceFact } from '../province-facts.ts'
import { figure, type Maker, provinceRule, said, states } from '../province-rule.ts'

/** subjectChange: what of a filed subject may be changed. */
export const subjectChangeRules: Maker = (fact, province) => {
  const org = said(fact, 'org')
  const person = said(fact, 'person')
  const changes = ({ draft }: FilingCase): boolean => draft.type === 'change-subject'
  const renamed = ({ draft }: FilingCase): boolean =>
    draft.record.name !== undefined && draft.subject.name !== undefined && draft.record.name !== draft.subject.name
  const other = ({ draft }: FilingCase): boolean =>
    draft.record.certificateNumber !== undefined &&
    draft.subject.certificate?.number !== undefined &&
    draft.record.certificateNumber !== draft.subject.certificate.number
  const wasPerson = ({ draft }: FilingCase): boolean => draft.record.nature === 'person'
  return [
    ...(org === 'rename' || org === 'none'
      ? [
          change(
            fact,
            province,
            'OTHER',
            (c) => changes(c) && !wasPerson(c) && isPerson(c.draft) === false,
            (c) => !other(c),
            [
              '不能换成另一个主体，只能更名',
              'the subject cannot become another, only change its name',
              '注销后由新主体重新备案',
              'Cancel, and let the other subject file anew',
            ],
          ),
        ]
      : []),
    ...(org === 'rename' || org === 'proof'
      ? [
          change(
            fact,
            province,
            'LETTER',
            (c) => changes(c) && !wasPerson(c) && (renamed(c) || other(c)),
            ({ draft }) => hasPaper(draft, 'rename-letter'),
            [
              '更名要交工商的变更证明',
              'a new name needs the registry’s letter',
              '上传更名函或变更证明',
              'Upload the letter about the new name',
            ],
          ),
        ]
      : []),
    ...(org === 'same-legal-representative'
      ? [
          change(
            fact,
            province,
            'LEGAL',
            (c) => changes(c) && !wasPerson(c) && other(c) && c.draft.record.principal !== undefined,
            ({ draft }) =>
              draft.subject.register?.legalRepresentative === undefined
                ? undefined
                : draft.subject.register.legalRepresentative === draft.record.principal,
            [
              '换主体只限法定代表人是同一人',
              'another subject only with the same legal representative',
              '注销后重备',
              'Cancel and file anew',
            ],
          ),
        ]
      : []),
    ...(person === 'none'
      ? [
          change(
            fact,
            province,
            'PERSON',
            (c) => changes(c) && wasPerson(c),
            (c) => !other(c) && isPerson(c.draft) !== false,
            [
              '个人主体不能变更成别的主体',
              'a person’s filing cannot become another subject’s',
              '注销后重备',
              'Cancel and file anew',
            ],
          ),
        ]
      : []),
    ...(person === 'as-legal-representative'
      ? [
          change(
            fact,
            province,
            'COMPANY',
            (c) => changes(c) && wasPerson(c) && isPerson(c.draft) === false,
            ({ draft }) => {
              const legal = draft.subject.register?.legalRepresentative
              return legal === undefined || draft.record.name === undefined ? undefined : legal === draft.record.name
            },
            [
              '个人变公司，只限他是公司的法定代表人',
              'a person becomes a company only as its legal representative',
              '注销个人备案，由公司重新备案',
              'Cancel the person’s filing and let the company file',
            ],
          ),
        ]
      : []),
    ...(fact.params.accessThenChange === false
      ? [
          change(
            fact,
            province,
            'ACCESS',
            ({ draft }) => draft.type === 'new-access' || draft.type === 'new-service-elsewhere',
            (c) => !renamed(c),
            [
              '不能先接入或新增、后变更',
              'neither access nor a new service before a change',
              '先到原接入商变更主体',
              'Change the subject at the first provider before',
            ],
          ),
        ]
      : []),
  ]
}

function change(
  fact: ProvinceFact,
  province: Province,
  part: string,
  applies: (c: FilingCase) => boolean,
  holds: (c: FilingCase) => boolean | undefined,
  [zh, en, doZh, doEn]: readonly [string, string, string, string],
) {
  return provinceRule(fact, province, {
    part,
    of: 'draft',
    field: 'subject',
    applies,
    holds,
    says: { zh: `${province.name}：${zh}`, en: `${province.english}: ${en}` },
    remedy: { zh: doZh, en: doEn },
  })
}

/** accessThenChange: whether what differs may be changed after the access. */
export const accessChangeRules: Maker = (fact, province) => {
  const days = figure(fact, 'days')
  const differs = ({ draft: { record, subject } }: FilingCase): boolean =>
    (record.name !== undefined && subject.name !== undefined && record.name !== subject.name) ||
    (record.principal !== undefined &&
      subject.principal?.name !== undefined &&
      record.principal !== subject.principal.name)
  const nameDiffers = ({ draft: { record, subject } }: FilingCase): boolean =>
    record.name !== undefined && subject.name !== undefined && record.name !== subject.name
  const toOthers = ({ draft }: FilingCase): boolean =>
    draft.type === 'new-access' || draft.type === 'new-service-elsewhere'
  const refused = provinceRule(fact, province, {
    of: 'draft',
    field: 'subject',
    applies: toOthers,
    holds: (c) => !(states(fact, 'nameMustMatch') ? nameDiffers(c) : differs(c)),
    says: {
      zh: `${province.name}：接入、新增不能和变更同时办`,
      en: `${province.english}: access or a new service cannot go together with a change`,
    },
    remedy: { zh: '先到原接入商变更，再来接入', en: 'Change at the first provider, then come here' },
  })
  const later = provinceRule(fact, province, {
    part: 'LATER',
    of: 'draft',
    severity: 'advise',
    field: 'subject',
    applies: toOthers,
    holds: (c) => !differs(c),
    says: {
      zh: `${province.name}：可以先接入，${days ?? '…'}个工作日内再变更`,
      en: `${province.english}: access first, change within ${days ?? '…'} working days`,
    },
    remedy: { zh: '接入通过后马上办变更', en: 'Change as soon as the access has passed' },
  })
  const newSite = provinceRule(fact, province, {
    part: 'SITE',
    of: 'draft',
    field: 'subject',
    applies: ({ draft }) => draft.type === 'new-service-elsewhere',
    holds: (c) => !differs(c),
    says: {
      zh: `${province.name}：新增网站时主体信息要先变更一致`,
      en: `${province.english}: for a new service the subject is changed first`,
    },
    remedy: { zh: '先变更主体，再新增', en: 'Change the subject first, then add the service' },
  })
  return [
    ...(fact.params.allowed === false || states(fact, 'nameMustMatch') ? [refused] : []),
    ...(days === undefined ? [] : [later]),
    ...(states(fact, 'onlyAccess') ? [newSite] : []),
  ]
}
