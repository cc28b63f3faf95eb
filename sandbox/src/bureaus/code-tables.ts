import type { CodeRow, CodeTables } from '@yuming/miit'
import { provinces } from './provinces.ts'

const rows = (names: readonly string[], more: (index: number) => Partial<CodeRow> = () => ({})): CodeRow[] =>
  names.map((name, index) => ({ id: index + 1, name, valid: true, ...more(index) }))

/**
 * The tables that these bureaus send (基础代码). The interface's document leaves nearly all values to each bureau; these are
 * stand-ins: certificate kinds follow the list of `queryConditionType`, formats and purposes what is seen in practice.
 */
export const codeTables: CodeTables = {
  tables: {
    nature: rows([
      '军队',
      '政府机关',
      '事业单位',
      '企业',
      '个人',
      '社会团体',
      '民办非企业单位',
      '基金会',
      '律师执业机构',
      '外国在华文化中心',
      '群众性团体组织',
      '司法鉴定机构',
      '宗教团体',
      '境外机构',
      '医疗机构',
      '公证机构',
    ]),
    area: provinces.map(({ code, name }) => ({ id: Number(code), name, valid: true, level: 1 })),
    bureau: provinces.map(({ code, name, short }, index) => ({
      id: index + 1,
      name: `${name}通信管理局`,
      valid: true,
      province: Number(code),
      provinceShort: short,
    })),
    'certificate-kind': rows([
      '工商营业执照',
      '身份证',
      '组织机构代码证',
      '事业法人证',
      '军队代号',
      '社团法人证',
      '护照',
      '军官证',
      '政府机关组织机构代码证',
      '社会团体组织机构代码证',
      '台胞证',
      '统一社会信用代码证书',
      '港澳居民来往内地通行证',
      '外国人永久居留身份证',
      '港澳台居民居住证',
      '民办非企业单位登记证书',
      '基金会法人登记证书',
      '律师事务所执业许可证',
    ]),
    'pre-approval-content': rows(
      ['新闻', '出版', '药品和医疗器械', '文化', '广播电影电视节目', '网络预约车', '金融', '校外培训', '游戏'],
      () => ({ preApprovalNeeded: true }),
    ),
    'service-content': rows([
      '单位门户网站',
      '博客/个人空间',
      '综合门户',
      '电子商务',
      '网络社区',
      '游戏',
      '资讯',
      '教育',
      '其他',
    ]),
    'access-mode': rows(['专线', '主机托管', '虚拟主机', '云主机']),
    'cancel-reason': rows(['不再使用', '主体注销', '域名转让', '更换接入商', '其他']),
    'unfiled-handling': rows(['已停止接入', '已备案', '不属于本单位接入']),
    'check-opinion': rows(['属实', '不属实']),
    'domain-type': rows(['国家顶级域名', '通用顶级域名', '中文域名']),
    'attachment-format': rows(['jpg', 'png']),
    'attachment-purpose': rows([
      '核验单',
      '主办单位证件',
      '主体负责人证件',
      '网站负责人证件',
      '现场照片',
      '承诺书',
      '授权委托书',
      '网站建设方案书',
      '域名证书',
      '前置审批文件',
      '其他',
    ]),
    language: rows(['简体中文', '繁体中文', '英文', '维吾尔文', '藏文', '蒙文', '其他']),
  },
}
