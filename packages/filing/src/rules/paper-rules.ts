import { sameName } from '@yuming/identity'
import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { hasPaper } from '../facts/people.ts'
import { bringsService } from '../model/order-types.ts'
import { type PaperKind, paperNames } from '../model/papers.ts'
import {
  bureauInterface,
  type FilingRule,
  filingRule,
  guide,
  interfaceDay,
  providerA,
  providerB,
  providerC,
  providerDays,
  secondLevelGuide,
} from './filing-rule.ts'

type Fault = NonNullable<FilingCase['paper']['faults']>[number]
const has = ({ paper }: FilingCase, fault: Fault): boolean => paper.faults?.includes(fault) === true
const seen = ({ paper }: FilingCase): boolean => paper.faults !== undefined
const form = ({ paper }: FilingCase): boolean => paper.kind === 'verification-form'
const title = ({ paper }: FilingCase) => paperNames[paper.kind]

/** Papers that every order of a type has; those of the provinces are rules of theirs (S2-09…S2-12, S3-21…S3-23). */
function alwaysWanted({ draft }: FilingCase): readonly PaperKind[] {
  if (!bringsService(draft.type)) return []
  const person: readonly PaperKind[] = ['principal-front', 'principal-back']
  return isPerson(draft) ? person : ['subject-certificate', ...person]
}

const missing = filingRule({
  id: 'PAPER-MISSING-01',
  of: 'draft',
  source: guide('第五步：上传备案资料'),
  field: 'papers',
  applies: (c) => isPerson(c.draft) !== undefined && (c.draft.papers !== undefined || c.draft.complete),
  holds: (c) => (c.draft.papers === undefined ? undefined : lacking(c).length === 0),
  says: (c) => ({
    zh: `缺材料：${
      lacking(c)
        .map((kind) => paperNames[kind].zh)
        .join('、') || '…'
    }`,
    en: `Papers are missing: ${
      lacking(c)
        .map((kind) => paperNames[kind].en)
        .join(', ') || '…'
    }`,
  }),
  remedy: { zh: '补传', en: 'Upload them' },
})

function lacking(c: FilingCase): readonly PaperKind[] {
  return alwaysWanted(c).filter((kind) => hasPaper(c.draft, kind) === false)
}

const legible = filingRule({
  id: 'PAPER-CLEAR-01',
  of: 'paper',
  source: secondLevelGuide('材料要清晰完整'),
  field: 'faults',
  applies: (c) => seen(c) && !form(c),
  holds: (c) => !has(c, 'unclear') && !has(c, 'crease'),
  says: (c) => ({ zh: `${title(c).zh}模糊或不完整`, en: `The ${title(c).en} is blurred or incomplete` }),
  remedy: { zh: '原件平放，重新拍全', en: 'Lay the original flat and take the whole of it again' },
})

const faultRule = (id: string, fault: Fault, zh: string, en: string, doZh: string, doEn: string) =>
  filingRule({
    id,
    of: 'paper',
    source: providerC('证件图片要求'),
    from: providerDays.a,
    field: 'faults',
    applies: (c) => seen(c) && !(form(c) && fault === 'copy'),
    holds: (c) => !has(c, fault),
    says: (c) => ({ zh: `${title(c).zh}${zh}`, en: `The ${title(c).en} ${en}` }),
    remedy: { zh: doZh, en: doEn },
  })

const faults = [
  faultRule(
    'PAPER-SCREEN-01',
    'screen',
    '是翻拍屏幕的',
    'was photographed from a screen',
    '拍纸质原件',
    'Photograph the original',
  ),
  faultRule(
    'PAPER-COPY-01',
    'copy',
    '是复印件或黑白的',
    'is a copy or black and white',
    '拍原件或彩色扫描',
    'Photograph the original or scan it in colour',
  ),
  faultRule(
    'PAPER-SMALL-01',
    'unclear-when-small',
    '压缩到管局的大小后看不清',
    'cannot be read at the size the bureau takes',
    '换更清晰的扫描件',
    'Use a sharper scan',
  ),
  faultRule(
    'PAPER-WATERMARK-01',
    'watermark',
    '的水印遮住了字，或写得不对',
    'has a watermark that covers text or has the wrong words',
    '水印只写“仅供备案使用”，不遮字',
    'The watermark says only 仅供备案使用 and covers nothing',
  ),
  faultRule(
    'PAPER-COVERED-01',
    'covered',
    '的国徽或边角被挡住',
    'has its emblem or a corner covered',
    '露出国徽和四角重拍',
    'Show emblem and all corners',
  ),
]

const electronic = filingRule({
  id: 'PAPER-ELECTRONIC-01',
  of: 'paper',
  source: providerB('电子执照多数省不收'),
  from: providerDays.b,
  severity: 'advise',
  field: 'faults',
  applies: (c) => seen(c) && c.paper.kind === 'subject-certificate',
  holds: (c) => !has(c, 'electronic'),
  says: {
    zh: '这像是电子营业执照，多数管局不收',
    en: 'This looks like an electronic licence, which most bureaus do not take',
  },
  remedy: { zh: '拍纸质原件', en: 'Photograph the original on paper' },
})

const format = filingRule({
  id: 'PAPER-FORMAT-01',
  of: 'paper',
  source: providerA('图片格式或大小'),
  from: providerDays.a,
  field: 'bytes',
  applies: ({ paper }) => paper.bytes !== undefined || paper.type !== undefined,
  holds: ({ paper }) =>
    (paper.bytes ?? 0) <= 4 * 1_048_576 &&
    (paper.type === undefined || /^(?:jpe?g|png|gif|pdf|mp4)$/i.test(paper.type)),
  says: { zh: '文件超过4 MB，或格式不支持', en: 'The file is over 4 MB or of a format that is not taken' },
  remedy: { zh: '换成JPG或PNG，4 MB以内', en: 'Use JPG or PNG of 4 MB at most' },
})

const smallEnough = filingRule({
  id: 'PAPER-FORMAT-02',
  of: 'paper',
  source: bureauInterface('附件大小：核验单150 KB，证件100 KB'),
  from: interfaceDay,
  field: 'smallBytes',
  applies: ({ paper }) => paper.smallBytes !== undefined,
  holds: (c) => (c.paper.smallBytes ?? 0) <= (form(c) ? 150 : 100) * 1_024,
  says: { zh: '压缩后仍超过管局的大小', en: 'It cannot be made as small as the bureau wants' },
  remedy: { zh: '换一张背景干净、尺寸小些的图', en: 'Use a picture with a plain background and fewer pixels' },
})

const attachment = filingRule({
  id: 'PAPER-CODES-01',
  of: 'paper',
  source: bureauInterface('1055、1056、1057、5010 附件'),
  from: interfaceDay,
  field: 'codesFit',
  applies: ({ paper }) => paper.codesFit !== undefined,
  holds: ({ paper }) => paper.codesFit,
  says: { zh: '附件的格式、用途或归属代码不对', en: 'Format, purpose or owner code of the attachment is wrong' },
  remedy: { zh: '我们重新生成附件', en: 'We make the attachment anew' },
})

const use = filingRule({
  id: 'PAPER-USE-01',
  of: 'paper',
  source: bureauInterface('1061 核验单用途与标识不匹配'),
  from: interfaceDay,
  field: 'useFits',
  applies: ({ paper }) => paper.useFits !== undefined,
  holds: ({ paper }) => paper.useFits,
  says: { zh: '核验单的用途与这一单不符', en: 'The purpose of the form is not that of the order' },
  remedy: { zh: '按这一单重新生成核验单', en: 'Make the form anew for this order' },
})

const matches = filingRule({
  id: 'PAPER-READ-01',
  of: 'paper',
  source: providerA('证件与填写不一致'),
  from: providerDays.a,
  field: 'readNumber',
  applies: ({ paper }) =>
    (paper.readNumber !== undefined || paper.readName !== undefined) &&
    (paper.kind === 'subject-certificate' || paper.kind.startsWith('principal-')),
  holds: ({ draft, paper }) => {
    const { name, number } =
      paper.kind === 'subject-certificate'
        ? { name: draft.subject.name, number: draft.subject.certificate?.number }
        : { name: draft.subject.principal?.name, number: draft.subject.principal?.certificate?.number }
    return (
      (paper.readNumber === undefined ||
        number === undefined ||
        paper.readNumber.toUpperCase() === number.toUpperCase()) &&
      (paper.readName === undefined || name === undefined || sameName(paper.readName, name))
    )
  },
  says: (c) => ({
    zh: `${title(c).zh}上的名称或号码与填写的不同`,
    en: `Name or number on the ${title(c).en} is not what was entered`,
  }),
  remedy: { zh: '改填写的，或换图', en: 'Correct the entry, or change the picture' },
})

const signatures: readonly PaperKind[] = ['truth-notice', 'truth-pledge', 'authorisation']
const letterSigned = filingRule({
  id: 'PAPER-SIGNED-01',
  of: 'paper',
  source: providerB('承诺书、授权书要签字盖章'),
  from: providerDays.b,
  field: 'signed',
  applies: ({ paper }) => signatures.includes(paper.kind) && (paper.signed ?? paper.sealed) !== undefined,
  holds: ({ paper }) => paper.signed !== false && paper.sealed !== false,
  says: (c) => ({ zh: `${title(c).zh}缺签字或公章`, en: `The ${title(c).en} lacks signature or seal` }),
  remedy: { zh: '按本省样式签字、盖章、写日期', en: 'Sign, seal and date it on the province’s form' },
})

const screenshot = filingRule({
  id: 'PAPER-SCREENSHOT-01',
  of: 'paper',
  source: providerB('域名实名截图要有域名、持有者、证件种类和号码'),
  from: providerDays.b,
  field: 'shows',
  applies: ({ paper }) => paper.kind === 'domain-screenshot' && paper.shows !== undefined,
  holds: ({ paper }) => new Set(paper.shows).size === 4,
  says: { zh: '域名实名截图缺要素', en: 'The screenshot does not show everything' },
  remedy: {
    zh: '重截：域名、持有者、证件种类、号码都要在图里',
    en: 'Take it again with domain, holder, kind and number',
  },
})

/** Papers and their pictures (S2-09, S2-10, S2-23, S2-26, S3-21, S3-22, S3-47). */
export const paperRules: readonly FilingRule[] = [
  missing,
  legible,
  ...faults,
  electronic,
  format,
  smallEnough,
  attachment,
  use,
  matches,
  letterSigned,
  screenshot,
]
