export const helpText = {
  'help.title': '帮助',
  'help.lead': '怎样起名、付款、实名；出了问题怎么办。每页都写明出处。',
  'help.sources': '出处',
  'help.updated': '本页更新于{{date}}',
  'help.more': '其他帮助',
}
