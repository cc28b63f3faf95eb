import type { CodeRow, CodeTables } from '../model/code-tables.ts'

/**
 * Tables of a made-up bureau. The interface does not tell the real ones: each bureau delivers its own, and only those
 * are used towards it. The kinds of certificate are those of the status query, the attachment tables are seen in
 * practice, the areas are GB/T 2260, and the rest is invention.
 */
const rows = (...names: readonly string[]): readonly CodeRow[] =>
  names.map((name, index) => ({ id: index + 1, name, valid: true }))

const withOperationIds = (...names: readonly string[]): readonly CodeRow[] =>
  rows(...names).map((row) => ({ ...row, operationId: row.id }))

const provinces: readonly (readonly [code: number, name: string, short: string])[] = [
  [110000, '北京市', '京'],
  [120000, '天津市', '津'],
  [130000, '河北省', '冀'],
  [140000, '山西省', '晋'],
  [150000, '内蒙古自治区', '蒙'],
  [210000, '辽宁省', '辽'],
  [220000, '吉林省', '吉'],
  [230000, '黑龙江省', '黑'],
  [310000, '上海市', '沪'],
  [320000, '江苏省', '苏'],
  [330000, '浙江省', '浙'],
  [340000, '安徽省', '皖'],
  [350000, '福建省', '闽'],
  [360000, '江西省', '赣'],
  [370000, '山东省', '鲁'],
  [410000, '河南省', '豫'],
  [420000, '湖北省', '鄂'],
  [430000, '湖南省', '湘'],
  [440000, '广东省', '粤'],
  [450000, '广西壮族自治区', '桂'],
  [460000, '海南省', '琼'],
  [500000, '重庆市', '渝'],
  [510000, '四川省', '蜀'],
  [520000, '贵州省', '黔'],
  [530000, '云南省', '滇'],
  [540000, '西藏自治区', '藏'],
  [610000, '陕西省', '陕'],
  [620000, '甘肃省', '甘'],
  [630000, '青海省', '青'],
  [640000, '宁夏回族自治区', '宁'],
  [650000, '新疆维吾尔自治区', '新'],
]

/** 1 organisation of the army, 2 government, 3 institution, 4 company, 5 person, 6 society: a made-up order. */
const natures = ['国防机构', '政府机关', '事业单位', '企业', '个人', '社会团体']

const certificates: readonly (readonly [name: string, nature: number])[] = [
  ['工商营业执照', 4],
  ['身份证', 5],
  ['事业单位组织机构代码证', 3],
  ['事业法人证', 3],
  ['军队代号', 1],
  ['社团法人证', 6],
  ['护照', 5],
  ['军官证', 5],
  ['政府机关组织机构代码证', 2],
  ['社会团体组织机构代码证', 6],
  ['台胞证', 5],
]

export const standInTables: CodeTables = {
  tables: {
    'unit-class': rows(...natures),
    nature: rows(...natures),
    area: provinces.map(([id, name]) => ({ id, name, level: 1, valid: true })),
    bureau: provinces.map(([province, name, provinceShort], index) => ({
      id: index + 1,
      operationId: index + 1,
      mark: String(province / 10_000),
      name: `${name.replace(/(壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/, '')}通信管理局`,
      province,
      provinceShort,
      valid: true,
    })),
    industry: rows('信息传输、软件和信息技术服务业', '批发和零售业', '教育', '其他').map((row) => ({
      ...row,
      mark: String.fromCharCode(64 + row.id),
    })),
    'administrative-level': rows('国家级', '省级', '市级', '县级'),
    'certificate-kind': certificates.map(([name, belongsTo], index) => ({
      id: index + 1,
      name,
      belongsTo,
      valid: true,
    })),
    'pre-approval-content': withOperationIds(
      '其他',
      '新闻',
      '出版',
      '药品和医疗器械',
      '文化',
      '广播电影电视节目',
      '网络预约车',
      '互联网金融',
      '校外培训',
    ).map((row) => ({ ...row, preApprovalNeeded: row.id > 1 })),
    'service-content': withOperationIds('综合门户', '单位门户网站', '网络购物', '博客/个人空间', '论坛', '其他'),
    'access-mode': withOperationIds('专线', '主机托管', '虚拟主机', '云主机', '其他'),
    'cancel-reason': rows('不再运营', '变更接入商', '主体注销', '其他'),
    'unfiled-handling': rows('已停止接入', '已备案', '不属于本企业'),
    'check-opinion': rows('信息真实有效', '信息不准确', '无法联系'),
    'domain-type': rows('国家顶级域名', '通用顶级域名', '中文顶级域名', '其他'),
    'attachment-format': rows('jpg', 'png'),
    'attachment-purpose': [
      { id: 1, name: '核验单', belongsTo: 1, valid: true },
      { id: 2, name: '主办者证件', belongsTo: 1, valid: true },
      { id: 3, name: '主体负责人证件', belongsTo: 1, valid: true },
      { id: 4, name: '网站负责人证件', belongsTo: 2, valid: true },
      { id: 5, name: '现场照片', belongsTo: 2, valid: true },
    ],
    language: rows('中文简体', '中文繁体', '英文', '维吾尔文', '藏文', '蒙古文', '其他'),
  },
}
