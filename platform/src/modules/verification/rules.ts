import { cite, type Finding } from '@yuming/rules'
import type { PaperKind } from './paper-kinds.ts'

const titles: Record<PaperKind, { zh: string; en: string }> = {
  'id-front': { zh: '证件有照片的一面', en: 'the side of the paper with the photograph' },
  'id-back': { zh: '证件的另一面', en: 'the other side of the paper' },
  licence: { zh: '营业执照或登记证书', en: 'the licence or certificate of registration' },
  passport: { zh: '护照或通行证的资料页', en: 'the data page of the passport or permit' },
  authorisation: { zh: '授权书', en: 'the letter of authorisation' },
  other: { zh: '补充材料', en: 'a further paper' },
  'trademark-certificate': { zh: '商标注册证', en: 'the trademark certificate' },
  'organisation-proof': { zh: '组织的证明', en: 'the proof of the organisation' },
  'licence-proof': { zh: '执业或经营许可证', en: 'the licence' },
  'application-form': { zh: '申请表', en: 'the application form' },
  'hand-held': { zh: '手持证件照', en: 'the photograph with the card in hand' },
  pledge: { zh: '签字的承诺书', en: 'the signed pledge' },
  'use-proof': { zh: '备案截图或用途承诺书', en: 'a screenshot of the filing, or the pledge of use' },
}

export function paperMissing(kind: PaperKind): Finding {
  const { zh, en } = titles[kind]
  return {
    rule: 'PAPER-MISSING-01',
    severity: 'refuse',
    field: `papers.${kind}`,
    message: { zh: `缺${zh}`, en: `Missing: ${en}` },
    remedy: { zh: '拍照或选一张图片', en: 'Take a photograph or choose a picture' },
    source: cite('域名实名认证', '所需材料', { date: '2021-07-23' }),
    from: '2021-07-23',
  }
}

/** The reviewers of labels do not allow this one; `heard` is what they said. */
export function namingRefused(heard: string): Finding {
  return {
    rule: 'NAMING-REFUSED-01',
    severity: 'refuse',
    field: 'name',
    message: { zh: `命名审核没有通过：${heard}`, en: `The naming review refused it: ${heard}` },
    remedy: { zh: '换一个名字；钱会退给你', en: 'Choose another name; you get your money back' },
    source: cite('互联网域名管理办法', '第二十八条', { date: '2017-11-01' }),
    from: '2017-11-01',
  }
}
