import type { Text } from '@yuming/rules'

/** Papers of an order, by kind. */
export const paperNames = {
  'subject-certificate': { zh: '主体证件', en: 'certificate of the subject' },
  'principal-front': { zh: '负责人证件正面', en: 'front of the principal’s paper' },
  'principal-back': { zh: '负责人证件背面', en: 'back of the principal’s paper' },
  'verification-form': { zh: '真实性核验单', en: 'verification form (核验单)' },
  authorisation: { zh: '法定代表人授权书', en: 'authorisation by the legal representative' },
  'domain-certificate': { zh: '域名证书', en: 'domain certificate' },
  'domain-screenshot': { zh: '域名实名截图', en: 'screenshot of the verified domain' },
  'holder-proof': { zh: '域名注册人证明', en: 'proof of who holds the domain' },
  pledge: { zh: '互联网信息服务备案承诺书', en: 'filing pledge (承诺书)' },
  'truth-notice': { zh: '真实性责任告知书', en: 'notice of responsibility for the truth' },
  'truth-pledge': { zh: '真实性承诺书', en: 'pledge of truth' },
  'pledge-video': { zh: '手持承诺书视频', en: 'video with the pledge in hand' },
  'no-pre-approval-pledge': { zh: '不涉及前置审批承诺书', en: 'pledge that no pre-approval is concerned' },
  'pre-approval': { zh: '前置审批文件', en: 'pre-approval' },
  plan: { zh: '网站建设方案书', en: 'site plan (建设方案书)' },
  'several-sites-statement': { zh: '多域名情况说明', en: 'statement about several domains' },
  'handheld-person': { zh: '手持证件照', en: 'photograph with the paper in hand' },
  'rename-letter': { zh: '更名函或变更证明', en: 'letter about the new name' },
  'establishment-approval': { zh: '编办审批表', en: 'form approved by the establishment office' },
  'party-letter': { zh: '网站党建备案信息确认函', en: 'letter about Party building of the site' },
  residence: { zh: '居住证明', en: 'proof of residence' },
  'work-proof': { zh: '工作或收入证明', en: 'proof of work or income' },
  'guardian-papers': { zh: '监护人材料', en: 'papers of the guardian' },
  'authority-consent': { zh: '主管部门同意文件', en: 'consent of the authority' },
  'rental-contract': { zh: '服务器租用合同', en: 'contract of the server' },
  'app-icon': { zh: 'App图标', en: 'icon of the App' },
  'person-photo': { zh: '负责人核验照片', en: 'photograph of the principal' },
} as const satisfies Readonly<Record<string, Text>>

export type PaperKind = keyof typeof paperNames
export const paperKinds = Object.keys(paperNames) as [PaperKind, ...PaperKind[]]
