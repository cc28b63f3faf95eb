export const designText = {
  'design.title': '零件',
  'design.lead': '每个零件的每种状态，供做页面的人对照。',
}
