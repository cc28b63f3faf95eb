import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { hasPaper } from '../facts/people.ts'
import { bringsService } from '../model/order-types.ts'
import { provinceNamed } from '../provinces/province-facts.ts'
import { type FilingRule, filingRule, guide, providerB, providerDays } from './filing-rule.ts'

type Fault = NonNullable<FilingCase['paper']['faults']>[number]
const has = ({ paper }: FilingCase, fault: Fault): boolean => paper.faults?.includes(fault) === true
const seen = ({ paper }: FilingCase): boolean => paper.faults !== undefined
const form = ({ paper }: FilingCase): boolean => paper.kind === 'verification-form'

const formMissing = filingRule({
  id: 'FORM-MISSING-01',
  of: 'draft',
  source: guide('网站备案真实性核验单'),
  until: '2025-12-30',
  field: 'papers',
  applies: ({ draft }) => bringsService(draft.type),
  holds: ({ draft }) => hasPaper(draft, 'verification-form'),
  says: { zh: '缺网站备案真实性核验单', en: 'The verification form (核验单) is missing' },
  remedy: {
    zh: '下载本省的核验单，打印、填写、签字后上传',
    en: 'Download the province’s form, print, fill in, sign and upload it',
  },
})

const formAdvised = filingRule({
  id: 'FORM-MISSING-02',
  of: 'draft',
  source: providerB('备案材料：核验单是否需要按管局'),
  from: providerDays.b,
  severity: 'advise',
  field: 'papers',
  applies: ({ draft }) => bringsService(draft.type),
  holds: ({ draft }) => hasPaper(draft, 'verification-form'),
  says: {
    zh: '没有核验单；线上核验的省不用，管局接口仍收这份附件',
    en: 'There is no verification form; provinces with the check on line do without, and the interface still takes it',
  },
  remedy: { zh: '生成本省的核验单一并提交最稳妥', en: 'Hand in the province’s form to be on the safe side' },
})

const ownForm = filingRule({
  id: 'FORM-PROVINCE-01',
  of: 'paper',
  source: guide('核验单要用本省的，从上传资料页下载'),
  field: 'form',
  applies: (c) => form(c) && c.paper.form !== undefined && c.draft.province !== undefined,
  holds: ({ draft, paper }) => provinceNamed(paper.form ?? '')?.code === draft.province,
  says: { zh: '核验单不是本省的样式', en: 'The form is not that of the province' },
  remedy: { zh: '重新下载本省的核验单', en: 'Download the province’s form' },
})

const signed = filingRule({
  id: 'FORM-SIGNED-01',
  of: 'paper',
  source: guide('核验单打印后用黑色笔填写签字'),
  field: 'signed',
  applies: (c) => form(c) && (c.paper.signed ?? c.paper.sealed ?? c.paper.fingerprint) !== undefined,
  holds: ({ draft, paper }) =>
    paper.signed !== false && (isPerson(draft) ? paper.fingerprint !== false : paper.sealed !== false),
  says: { zh: '核验单缺签字、公章或手印', en: 'The form lacks signature, seal or fingerprint' },
  remedy: { zh: '补签、补章再上传', en: 'Sign and seal it, then upload it again' },
})

const wholeForm = filingRule({
  id: 'FORM-CLEAR-01',
  of: 'paper',
  source: guide('核验单扫描或拍照上传'),
  field: 'faults',
  applies: (c) => form(c) && seen(c),
  holds: (c) => !has(c, 'unclear') && !has(c, 'crease') && !has(c, 'copy'),
  says: { zh: '核验单缺边角、有折皱或是黑白的', en: 'The form is cut, creased or black and white' },
  remedy: { zh: '铺平后彩色扫描', en: 'Flatten it and scan it in colour' },
})

/** The verification form (S3-23, S3-24, S3-48). */
export const formRules: readonly FilingRule[] = [formMissing, formAdvised, ownForm, signed, wholeForm]
