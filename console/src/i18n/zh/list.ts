export const listText = {
  'list.verify.before': '{{suffixes}}先实名、后注册，持有者要已实名。',
  'list.verify.after': '{{suffixes}}可以先注册，5天内完成实名。',
  'list.verify.unknown': '{{suffixes}}先实名还是后实名，不清楚；用已实名的模板最稳妥。',
  'list.verify.verified': '你的模板已实名，可以直接用。',
  'list.verify.own': '{{suffixes}}注册后由注册局另审实名，不用再交材料。',
  'list.verify.now': '去实名',
}
