import { type FilingCase, isPerson } from '../../facts/filing-facts.ts'
import { residentNumber, samePerson, servicePrincipals } from '../../facts/people.ts'
import type { PersonFacts } from '../../facts/person-shape.ts'
import { figure, type Maker, provinceRule, said, states } from '../province-rule.ts'
import { phoneReuse } from './principal.ts'

const numbersOf = (person: PersonFacts): readonly string[] =>
  [person.phone, person.secondPhone, person.emergencyPhone].flatMap((number) => number ?? [])

/** contactPhones: how many different numbers the principals state. */
export const contactRules: Maker = (fact, province) => {
  const whenOne = figure(fact, 'minDistinctSamePerson') ?? figure(fact, 'minDistinct')
  const whenTwo = figure(fact, 'minDistinctDifferentPersons') ?? figure(fact, 'minDistinct')
  const least = ({ draft }: FilingCase): number => {
    const { principal } = draft.subject
    const two =
      principal !== undefined && servicePrincipals(draft).some((other) => samePerson(principal, other) === false)
    return (two ? whenTwo : whenOne) ?? 0
  }
  const noLandline = said(fact, 'noLandlineRemark')
  return [
    ...(whenOne === undefined
      ? []
      : [
          provinceRule(fact, province, {
            of: 'draft',
            field: 'subject.principal.emergencyPhone',
            applies: ({ draft }) =>
              draft.subject.principal?.phone !== undefined &&
              (draft.complete || draft.subject.principal.emergencyPhone !== undefined),
            holds: (c) => {
              const all = [c.draft.subject.principal ?? {}, ...servicePrincipals(c.draft)].flatMap(numbersOf)
              return new Set(all).size >= least(c)
            },
            says: (c) => ({
              zh: `${province.name}：负责人的几个电话里至少要有${least(c)}个不同的号码`,
              en: `${province.english}: the telephone slots hold at least ${least(c)} different numbers`,
            }),
            remedy: { zh: '应急电话填另一个号码', en: 'Give another number for emergencies' },
          }),
        ]),
    ...(states(fact, 'notShared')
      ? [
          provinceRule(fact, province, {
            part: 'SHARED',
            of: 'draft',
            field: 'services',
            applies: ({ draft }) => draft.subject.principal?.phone !== undefined,
            holds: ({ draft }) => {
              const principal = draft.subject.principal ?? {}
              return !servicePrincipals(draft).some(
                (other) =>
                  samePerson(principal, other) === false &&
                  numbersOf(other).some((number) => numbersOf(principal).includes(number)),
              )
            },
            says: {
              zh: `${province.name}：两位负责人不能共用号码`,
              en: `${province.english}: two principals do not share a number`,
            },
            remedy: { zh: '各填自己的号码', en: 'Give each his own number' },
          }),
        ]
      : []),
    ...(fact.params.phoneReuse === false ? [phoneReuse(fact, province)] : []),
    ...(states(fact, 'secondRemark')
      ? [
          provinceRule(fact, province, {
            part: 'SECOND',
            of: 'draft',
            field: 'subject.remark',
            applies: ({ draft }) => draft.subject.principal?.secondPhone !== undefined,
            holds: ({ draft }) =>
              draft.subject.remark === undefined ? undefined : draft.subject.remark.trim().length > 0,
            says: {
              zh: `${province.name}：电话2是另一个人的，备注里要写是谁`,
              en: `${province.english}: phone 2 belongs to somebody else, who is named in the remark`,
            },
            remedy: { zh: '备注写“电话2为某某（职务）”', en: 'Name him in the remark' },
          }),
        ]
      : []),
    ...(noLandline === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'LANDLINE',
            of: 'draft',
            field: 'subject.principal.officePhone',
            applies: ({ draft }) =>
              draft.subject.principal?.officePhone === '' ||
              (draft.complete && draft.subject.principal?.officePhone === undefined),
            holds: ({ draft }) => draft.subject.remark?.includes(noLandline) === true,
            says: {
              zh: `${province.name}：要填办公座机，没有的在备注写“${noLandline}”`,
              en: `${province.english}: a landline is stated, or the remark ${noLandline}`,
            },
            remedy: { zh: `补座机，或备注“${noLandline}”`, en: `Add the landline, or the remark ${noLandline}` },
          }),
        ]),
  ]
}

/** phoneLocal: whether the number must be one of the province. */
export const localPhoneRules: Maker = (fact, province) => [
  provinceRule(fact, province, {
    of: 'person',
    severity: states(fact, 'mandatory') ? 'refuse' : 'advise',
    field: 'phone',
    applies: ({ draft, person }) =>
      person.phone !== undefined &&
      (!states(fact, 'onlyNonLocal') ||
        (isPerson(draft) === true && residentNumber(person)?.startsWith(province.code.slice(0, 2)) === false)),
    holds: ({ person }) =>
      person.phoneProvince === undefined ? undefined : sameProvince(person.phoneProvince, province.name),
    says: states(fact, 'mandatory')
      ? { zh: `${province.name}只收本省号码`, en: `${province.english} takes numbers of the province only` }
      : { zh: `${province.name}建议用本省号码`, en: `${province.english} recommends a number of the province` },
    remedy: { zh: `换成${province.name}的号码`, en: `Give a number of ${province.english}` },
  }),
]

function sameProvince(stated: string, name: string): boolean {
  return stated !== '' && (name.startsWith(stated) || stated.startsWith(name))
}
