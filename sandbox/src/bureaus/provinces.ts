/** A telecommunications administration (通信管理局): GB/T 2260 code, name, and the character that its numbers begin with. */
export interface Province {
  readonly code: string
  readonly name: string
  readonly short: string
}

const rows = `110000 北京市 京
120000 天津市 津
130000 河北省 冀
140000 山西省 晋
150000 内蒙古自治区 蒙
210000 辽宁省 辽
220000 吉林省 吉
230000 黑龙江省 黑
310000 上海市 沪
320000 江苏省 苏
330000 浙江省 浙
340000 安徽省 皖
350000 福建省 闽
360000 江西省 赣
370000 山东省 鲁
410000 河南省 豫
420000 湖北省 鄂
430000 湖南省 湘
440000 广东省 粤
450000 广西壮族自治区 桂
460000 海南省 琼
500000 重庆市 渝
510000 四川省 蜀
520000 贵州省 黔
530000 云南省 滇
540000 西藏自治区 藏
610000 陕西省 陕
620000 甘肃省 陇
630000 青海省 青
640000 宁夏回族自治区 宁
650000 新疆维吾尔自治区 新`

export const provinces: readonly Province[] = rows.split('\n').map((row) => {
  const [code = '', name = '', short = ''] = row.split(' ')
  return { code, name, short }
})

/** The ministry (工业和信息化部) takes domain reports; its system is one more beside the bureaus'. */
export const ministry = 'ministry'

export const provinceOf = (bureau: string): Province | undefined => provinces.find(({ code }) => code === bureau)
