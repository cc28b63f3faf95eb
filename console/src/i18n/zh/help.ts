export const helpText = {
  'help.title': '帮助',
  'help.lead': '怎样起名、付款、实名；出了问题怎么办。每页都写明出处。',
  'help.sources': '出处',
  'help.updated': '本页更新于{{date}}',
  'help.more': '其他帮助',
  'help.rules': '现行规则',
  'help.rulesLead': '下面是{{day}}查名时实际用的{{count}}条规则，{{reviewed}}与出处核对过。',
  'help.rulesGeneral': '所有后缀',
  'help.rulesOf': '只用于：{{scope}}',
  'help.rulesCount': '{{count}}条',
  'help.refuses': '不符合就拒绝',
  'help.advises': '只提醒',
}
