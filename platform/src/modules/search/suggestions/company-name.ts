/** What a name is about when the place in front and the legal form behind are taken off. */
export interface CoreOfName {
  readonly core: string
  /** Whether anything was taken off. */
  readonly cut: boolean
}

// What stands behind 有限公司 names a branch of it.
const legalForm =
  /(?:(?:股份有限公司|有限责任公司|有限公司|集团公司).*|股份公司|分公司|公司|集团|工作室|事务所|商行|经营部|合作社)$/
const branch = /(?:分店|总店|旗舰店|专卖店|直营店)$/
const place = /^\p{Script=Han}{2,3}[省市区县]/u

/** 深圳市腾讯计算机系统有限公司 → 腾讯计算机系统. At least two characters are left. */
export function coreOfCompany(name: string): CoreOfName {
  let core = name
  for (const part of [branch, legalForm, place, place]) {
    const rest = core.replace(part, '')
    if (rest.length >= 2) core = rest
  }
  return { core, cut: core !== name }
}

// The hundred family names that cover most people, those that are common words in names (如 金, 白, 江) left out.
const familyNames = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪任姜范姚谭廖邹熊陆郝孔崔邱秦顾侯邵孟万段钱汤尹黎易常武乔贺赖龚',
)

const longFamilyNames = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '司徒',
  '夏侯',
  '皇甫',
  '尉迟',
  '慕容',
  '令狐',
  '端木',
  '公孙',
])

/**
 * How many characters of a name are its family name when it can be somebody's name: a common family name, one or two
 * characters behind it and nothing that reads as a trade. 0 when it is not a person's name.
 */
export function familyNameLength(name: string, isTrade: (word: string) => boolean): 0 | 1 | 2 {
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || isTrade(name)) return 0
  const length = longFamilyNames.has(name.slice(0, 2)) ? 2 : familyNames.has(name.slice(0, 1)) ? 1 : 0
  const given = name.slice(length)
  const isGiven = given.length >= 1 && given.length <= 2 && !isTrade(given) && ![...given].some(isTrade)
  return isGiven ? length : 0
}
