import { defineProblem } from '../../kernel/errors/index.ts'

export const PersonRefused = defineProblem('personal-name.person-refused', 422, {
  zh: '姓名或身份证号写得不对，请按提示修改',
  en: 'The name or the ID number cannot be right; correct what is named',
})
export const NotThePerson = defineProblem('personal-name.not-matched', 422, {
  zh: '姓名和身份证号没有核验通过，可以改正后再试',
  en: 'Name and ID number did not pass the check; correct them and try again',
})
export const ProviderSilent = defineProblem('personal-name.provider-silent', 503, {
  zh: '核验机构现在没有回答，请过几分钟再试；这一次不计次数',
  en: 'The verification provider does not answer now; try again in a few minutes, this try does not count',
})
export const TooManyChecks = defineProblem('personal-name.too-many-checks', 429, {
  zh: '24小时内核验了10次，请明天再试',
  en: 'There were 10 checks within 24 hours; try again tomorrow',
})
export const NotSoldHere = defineProblem('personal-name.not-sold', 404, {
  zh: '这里没有开通姓名.网址',
  en: 'Personal names under .网址 are not sold here',
})
