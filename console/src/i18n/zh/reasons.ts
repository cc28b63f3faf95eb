export const reasonsText = {
  'reasons.title': '退回原因',
  'reasons.lead': '退回时选的原因，顾客看到的就是这里的话。',
  'reasons.find': '找原因',
  'reasons.count': '{{count}}条',
  'reasons.none': '没有这样的原因',
  'reasons.noneWhy': '换个字再找。',
  'reasons.name': '原因',
  'reasons.cause': '哪里不对',
  'reasons.remedy': '怎么办',
  'reasons.path.A': '过户到已认证的持有者',
  'reasons.path.B': '改正后再交',
}
