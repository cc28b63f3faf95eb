import { ageOf, hasPaper } from '../../facts/people.ts'
import { figure, type Maker, provinceRule } from '../province-rule.ts'

/** minAge: how old principals must be, and who needs a proof of work or a guardian. */
export const ageRules: Maker = (fact, province) => {
  const least = figure(fact, 'min') ?? 0
  const proofs = (
    [
      ['proofBelow', 'work-proof', '工作、收入或在读证明', 'a proof of work, income or study'],
      ['guardianBelow', 'guardian-papers', '监护人身份证和关系说明', 'the guardian’s ID card and a statement'],
    ] as const
  ).flatMap(([name, paper, zh, en]) => {
    const below = figure(fact, name)
    return below === undefined ? [] : [{ below, paper, zh, en }]
  })
  // “At least 18; below 18 with a guardian”: there is no lower end then.
  const lowest = proofs.some(({ below }) => below === least) ? 0 : least
  const tooYoung = provinceRule(fact, province, {
    of: 'person',
    field: 'certificate.number',
    applies: ({ person }) => person.certificate?.kind === 'cn-resident-id' && person.certificate.number !== undefined,
    holds: ({ draft, person }) => {
      const age = ageOf(person, draft.day)
      return age === undefined ? undefined : age >= lowest
    },
    says: {
      zh: `${province.name}要求负责人满${least}周岁`,
      en: `${province.english} wants principals of at least ${least} years`,
    },
    remedy: {
      zh: `换一位满${least}周岁的负责人，或到年龄再办`,
      en: `Name somebody of ${least} or more, or wait until then`,
    },
  })
  const papers = proofs.map(({ below, paper, zh, en }) =>
    provinceRule(fact, province, {
      part: paper === 'work-proof' ? 'PROOF' : 'GUARDIAN',
      of: 'person',
      field: 'certificate.number',
      applies: ({ draft, person }) => {
        const age = ageOf(person, draft.day)
        return age !== undefined && age >= lowest && age < below
      },
      holds: ({ draft }) => hasPaper(draft, paper),
      says: {
        zh: `${province.name}：负责人不满${below}周岁要交${zh}`,
        en: `${province.english}: a principal under ${below} needs ${en}`,
      },
      remedy: { zh: `上传${zh}`, en: `Upload ${en}` },
    }),
  )
  return lowest > 0 ? [tooYoung, ...papers] : papers
}
