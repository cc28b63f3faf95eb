import { type FilingCase, isPerson } from '../../facts/filing-facts.ts'
import { hasPaper } from '../../facts/people.ts'
import { isWebsite } from '../../facts/used-names.ts'
import { keywordOf, keywordText } from '../../rules/pre-approval-words.ts'
import { figure, type Maker, provinceRule, said, states, words } from '../province-rule.ts'

/** serviceContent: content types that a province does not take. */
export const contentRules: Maker = (fact, province) => {
  const refused = (c: FilingCase): readonly string[] => words(fact, isPerson(c.draft) ? 'personRefused' : 'orgRefused')
  const only = words(fact, 'orgOnly')
  const approval = words(fact, 'needsApproval')
  return [
    ...(words(fact, 'personRefused').length + words(fact, 'orgRefused').length === 0
      ? []
      : [
          provinceRule(fact, province, {
            of: 'service',
            field: 'content',
            applies: ({ service }) => service.content !== undefined,
            holds: (c) => !refused(c).includes(c.service.content ?? ''),
            says: {
              zh: `${province.name}不接受这个服务内容`,
              en: `${province.english} does not take this content type`,
            },
            remedy: { zh: '改选其他，并在备注写清内容', en: 'Choose another and describe the content in the remark' },
          }),
        ]),
    ...(only.length === 0
      ? []
      : [
          provinceRule(fact, province, {
            part: 'ONLY',
            of: 'service',
            field: 'content',
            applies: ({ service }) => service.content !== undefined,
            holds: ({ service }) => only.includes(service.content ?? ''),
            says: {
              zh: `${province.name}：单位选“单位门户网站”`,
              en: `${province.english}: organisations choose “portal”`,
            },
            remedy: { zh: '改选单位门户网站', en: 'Choose the portal' },
          }),
        ]),
    ...(approval.length === 0
      ? []
      : [
          provinceRule(fact, province, {
            part: 'APPROVAL',
            of: 'service',
            field: 'content',
            applies: ({ service }) => approval.includes(service.content ?? ''),
            holds: ({ service }) => (service.preApprovals === undefined ? undefined : service.preApprovals.length > 0),
            says: {
              zh: `${province.name}：空间、博客要先有批准`,
              en: `${province.english}: space and blog need an approval first`,
            },
            remedy: { zh: '改选其他，或交批文', en: 'Choose another, or hand in the approval' },
          }),
        ]),
  ]
}

/** preApproval: keywords that a province asks about. */
export const preApprovalRules: Maker = (fact, province) => {
  const own = [...words(fact, 'scopeWords'), ...words(fact, 'nameWords')]
  const hit = (c: FilingCase): string | undefined => {
    const text = keywordText(c.draft, words(fact, 'scopeWords').length > 0)
    return own.find((word) => text.includes(word)) ?? (states(fact, 'keywords') ? keywordOf(c.draft) : undefined)
  }
  if (own.length === 0 && !states(fact, 'keywords')) return []
  const pledge = states(fact, 'pledge')
  return [
    provinceRule(fact, province, {
      of: 'draft',
      field: 'subject.scope',
      applies: (c) => hit(c) !== undefined,
      holds: ({ draft }) =>
        draft.services.some(({ preApprovals = [] }) => preApprovals.length > 0)
          ? true
          : pledge
            ? hasPaper(draft, 'no-pre-approval-pledge')
            : false,
      says: (c) => ({
        zh: `${province.name}：名称或经营范围里的“${hit(c) ?? '…'}”涉及前置审批`,
        en: `${province.english}: “${hit(c) ?? '…'}” in name or scope is a matter of pre-approval`,
      }),
      remedy: pledge
        ? { zh: '交批文；不涉及的交不涉及承诺书', en: 'Hand in the approval, or the pledge that it is not concerned' }
        : {
            zh: '交批文，或先到工商去掉这个词；承诺书不收',
            en: 'Hand in the approval, or remove the word at the business registry; a pledge is not taken',
          },
    }),
  ]
}

/** Words by which a declaration is known; its wording is the bureau's. */
const declares = /(?:声明|承诺|保证|不涉及|愿)/

/** remark: what the remark of a service must say. */
export const remarkRules: Maker = (fact, province) => {
  const least = figure(fact, 'minChars')
  const several = said(fact, 'severalDomains')
  const written = ({ draft, service }: FilingCase): boolean => service.remark !== undefined || draft.complete
  const rule = (part: string, holds: (c: FilingCase) => boolean, zh: string, en: string, when = written) =>
    provinceRule(fact, province, {
      part,
      of: 'service',
      field: 'remark',
      applies: when,
      holds,
      says: { zh: `${province.name}：${zh}`, en: `${province.english}: ${en}` },
      remedy: { zh: '补写备注', en: 'Complete the remark' },
    })
  const remark = ({ service }: FilingCase): string => service.remark?.trim() ?? ''
  return [
    ...(least === undefined
      ? []
      : [
          rule(
            'LENGTH',
            (c) => [...remark(c)].length >= least,
            `备注至少${least}个字`,
            `the remark has at least ${least} characters`,
          ),
        ]),
    ...(states(fact, 'declaration')
      ? [
          rule(
            'DECLARATION',
            (c) => declares.test(remark(c)),
            '备注要写个人网站声明',
            'the remark carries the declaration of a personal site',
          ),
        ]
      : []),
    ...(states(fact, 'describes')
      ? [
          rule(
            'CONTENT',
            (c) => [...remark(c)].length >= 5,
            '备注要写清内容和用途',
            'the remark describes content and use',
          ),
        ]
      : []),
    ...(states(fact, 'preApproval')
      ? [
          rule(
            'PREAPPROVAL',
            (c) => remark(c).includes('前置审批'),
            '备注要写明是否涉及前置审批',
            'the remark tells whether pre-approval is concerned',
          ),
        ]
      : []),
    ...(several === undefined
      ? []
      : [
          rule(
            'SEVERAL',
            (c) => remark(c).includes(several),
            `几个域名的备注写“${several}”`,
            `with several domains the remark says “${several}”`,
            (c) => written(c) && isWebsite(c.service) && (c.service.domains?.length ?? 0) > 1,
          ),
        ]),
  ]
}
