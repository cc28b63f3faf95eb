import { type AccessMode, type ContentType, type Nature, orderTypeNames, type PreApprovalType } from '@yuming/filing'
import type { FormFacts } from './form-facts.ts'

export const natureWords: Readonly<Record<Nature, string>> = {
  person: '个人',
  enterprise: '企业',
  'sole-trader': '个体工商户',
  government: '政府机关',
  institution: '事业单位',
  'social-body': '社会团体',
  'private-non-enterprise': '民办非企业单位',
  foundation: '基金会',
  'law-firm': '律师执业机构',
  'mass-organisation': '群众性团体组织',
  'judicial-expertise': '司法鉴定机构',
  notary: '公证机构',
  arbitration: '仲裁机构',
  'religious-body': '宗教团体',
  medical: '医疗机构',
  'collective-economy': '集体经济组织',
  'foreign-cultural-centre': '外国在华文化中心',
  'foreign-body': '境外机构',
  defence: '国防机构',
}

export const contentWords: Readonly<Record<ContentType, string>> = {
  portal: '单位门户网站',
  'personal-blog': '博客',
  'personal-space': '个人空间',
  search: '搜索引擎',
  'web-application': '网络应用',
  shop: '电子商务',
  forum: '论坛',
  chat: '即时通信',
  news: '新闻',
  navigation: '网址导航',
  download: '软件下载',
  'audio-video': '音视频',
  games: '游戏',
  mail: '电子邮件',
  other: '其他',
}

export const preApprovalWords: Readonly<Record<PreApprovalType, string>> = {
  news: '新闻',
  publishing: '出版',
  'drugs-and-devices': '药品和医疗器械',
  culture: '文化',
  'radio-film-tv': '广播电影电视节目',
  'ride-hailing': '网络预约车',
  finance: '金融',
  'off-campus-training': '校外培训',
  games: '游戏',
  education: '教育',
  'health-care': '医疗保健',
  'bulletin-board': '电子公告服务',
}

export const modeWords: Readonly<Record<AccessMode, string>> = {
  cloud: '云服务器',
  'dedicated-line': '专线',
  'own-server': '主机托管',
  'virtual-host': '虚拟主机',
  other: '其他',
}

export const orderWords = ({ type }: FormFacts): string => orderTypeNames[type].zh

export const isPerson = ({ subject }: FormFacts): boolean => subject.nature === 'person'

/** 2026年11月29日 of 2026-11-29. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

export const foot = ({ order, on }: FormFacts): string => `备案订单${order}    打印于${chineseDay(on)}`

/** What stands in for a signature: a person signs and leaves a fingerprint, a body stamps. */
export function signatureLines(facts: FormFacts): string[] {
  return isPerson(facts) ? ['本人签字并按手印：', '日期：'] : ['负责人签字：', '单位盖章：', '日期：']
}
