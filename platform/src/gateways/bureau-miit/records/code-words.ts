import type { AccessMode, ContentType, Nature, PaperKind, PreApprovalType } from '@yuming/filing'

/** Names under which bureaus' tables may have each word of the model, the likeliest first. The codes are the bureau's own. */
type Words<W extends string> = Readonly<Record<W, readonly string[]>>

export const natureWords: Words<Nature> = {
  person: ['个人'],
  enterprise: ['企业', '企业法人'],
  'sole-trader': ['个体工商户', '企业'],
  government: ['政府机关', '党政机关'],
  institution: ['事业单位'],
  'social-body': ['社会团体'],
  'private-non-enterprise': ['民办非企业单位', '民办非企业'],
  foundation: ['基金会'],
  'law-firm': ['律师执业机构', '律师事务所'],
  'mass-organisation': ['群众性团体组织', '群众团体'],
  'judicial-expertise': ['司法鉴定机构'],
  notary: ['公证机构'],
  arbitration: ['仲裁机构', '仲裁委员会'],
  'religious-body': ['宗教团体', '宗教活动场所'],
  medical: ['医疗机构'],
  'collective-economy': ['集体经济', '农村集体经济组织'],
  'foreign-cultural-centre': ['外国在华文化中心'],
  'foreign-body': ['境外机构'],
  defence: ['军队', '国防机构'],
}

/** By the ids of the kinds of paper of real-name verification. */
export const certificateWords: Readonly<Record<string, readonly string[]>> = {
  'cn-resident-id': ['居民身份证', '身份证'],
  'cn-temporary-id': ['临时居民身份证', '居民身份证', '身份证'],
  'cn-officer-card': ['军官证'],
  passport: ['护照'],
  'hk-macao-travel-permit': ['港澳居民来往内地通行证', '港澳通行证'],
  'tw-travel-permit': ['台湾居民来往大陆通行证', '台胞证'],
  'hk-macao-residence-permit': ['港澳居民居住证', '港澳台居民居住证'],
  'tw-residence-permit': ['台湾居民居住证', '港澳台居民居住证'],
  'foreigner-permanent-residence': ['外国人永久居留身份证'],
  'business-licence': ['工商营业执照', '营业执照', '营业执照(个人或企业)'],
  'organisation-code': ['组织机构代码证', '组织机构代码证书'],
  'unified-code-certificate': ['统一社会信用代码证书'],
  'prc-credit-code-certificate': ['统一社会信用代码证书'],
  'other-unified-code': ['统一社会信用代码证书'],
  'public-institution': ['事业单位法人证书', '事业法人证'],
  'social-organisation': ['社会团体法人登记证书', '社团法人证'],
  'private-non-enterprise': ['民办非企业单位登记证书'],
  'social-service-body': ['社会服务机构登记证书', '民办非企业单位登记证书'],
  foundation: ['基金会法人登记证书'],
  'law-firm': ['律师事务所执业许可证'],
  'military-code': ['军队代号', '部队代号'],
}

export const contentWords: Words<ContentType> = {
  portal: ['单位门户网站', '综合门户', '其他', '其它'],
  'personal-blog': ['博客/个人空间', '博客'],
  'personal-space': ['博客/个人空间', '个人空间'],
  search: ['搜索引擎', '其他', '其它'],
  'web-application': ['网络应用服务', '其他', '其它'],
  shop: ['电子商务', '网络购物', '网上商店', '网络广告/信息'],
  forum: ['网络社区', '论坛', '社区'],
  chat: ['即时通信', '聊天室', '其他', '其它'],
  news: ['资讯', '新闻'],
  navigation: ['网址导航', '其他', '其它'],
  download: ['软件下载', '其他', '其它'],
  'audio-video': ['音视频', '影音', '其他', '其它'],
  games: ['游戏', '网络游戏'],
  mail: ['电子邮件', '其他', '其它'],
  other: ['其他', '其它'],
}

export const languageWords: Readonly<Record<string, readonly string[]>> = {
  zh: ['简体中文', '中文简体', '中文'],
  'zh-hans': ['简体中文', '中文简体', '中文'],
  'zh-hant': ['繁体中文', '中文繁体'],
  en: ['英文', '英语'],
  ug: ['维吾尔文', '维吾尔语'],
  bo: ['藏文', '藏语'],
  mn: ['蒙文', '蒙古文'],
}
export const otherLanguage: readonly string[] = ['其他', '其它']

export const modeWords: Words<AccessMode> = {
  cloud: ['云主机', '云服务', '其他', '其它'],
  'dedicated-line': ['专线'],
  'own-server': ['主机托管'],
  'virtual-host': ['虚拟主机'],
  other: ['其他', '其它', '主机托管'],
}

export const preApprovalWords: Words<PreApprovalType> = {
  news: ['新闻'],
  publishing: ['出版'],
  'drugs-and-devices': ['药品和医疗器械', '药品医疗器械'],
  culture: ['文化'],
  'radio-film-tv': ['广播电影电视节目', '广播电影电视'],
  'ride-hailing': ['网络预约车', '网络预约出租汽车'],
  finance: ['金融', '互联网金融'],
  'off-campus-training': ['校外培训'],
  games: ['游戏'],
  education: ['教育'],
  'health-care': ['医疗保健'],
  'bulletin-board': ['电子公告', '电子公告服务'],
}

export const cancelWords: Readonly<Record<string, readonly string[]>> = {
  'not-used': ['不再使用', '不再运营', '其他', '其它'],
  'company-closed': ['主体注销', '其他', '其它'],
  'domain-gone': ['域名转让', '域名到期', '其他', '其它'],
  moved: ['更换接入商', '变更接入商', '其他', '其它'],
  other: ['其他', '其它'],
}

/** What was done about a site without a filing. */
export const handlingWords: Readonly<Record<string, readonly string[]>> = {
  'access-cut': ['已停止接入', '已关闭', '关闭网站', '断开接入'],
  filed: ['已备案', '已办理备案'],
  'not-found': ['不属于本单位接入', '非本单位接入', '未查到', '其他', '其它'],
}

const others: readonly string[] = ['其他', '其它', '其他材料']

/** What a picture is for; a principal's paper is told apart by whose it is. */
export function purposeWords(kind: PaperKind, ofService: boolean): readonly string[] {
  switch (kind) {
    case 'verification-form':
      return ['核验单', '备案核验单', '网站备案真实性核验单']
    case 'subject-certificate':
      return ['主办单位证件', '主体证件', '主办者证件']
    case 'principal-front':
    case 'principal-back':
      return ofService ? ['网站负责人证件', '服务负责人证件'] : ['主体负责人证件', '主办单位负责人证件']
    case 'person-photo':
      return ['现场照片', '现场拍照', ...others]
    case 'pledge':
    case 'truth-pledge':
    case 'truth-notice':
    case 'no-pre-approval-pledge':
      return ['承诺书', ...others]
    case 'authorisation':
      return ['授权委托书', '法定代表人授权书', ...others]
    case 'plan':
      return ['网站建设方案书', '建设方案书', ...others]
    case 'domain-certificate':
      return ['域名证书', ...others]
    case 'pre-approval':
      return ['前置审批文件', ...others]
    default:
      return others
  }
}
