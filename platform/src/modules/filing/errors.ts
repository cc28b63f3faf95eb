import { defineProblem } from '../../kernel/errors/index.ts'

export const FilingNotFound = defineProblem('filing.not-found', 404, {
  zh: '没有这个备案订单',
  en: 'There is no such filing order',
})
export const RunningOrder = defineProblem('filing.running-order', 409, {
  zh: '这个证件或域名有一单备案正在办：打开那一单继续，或放弃它',
  en: 'An order for this certificate or domain is under way: go on with that one, or give it up',
})
export const TypeNotKnown = defineProblem('filing.type-not-known', 422, {
  zh: '还判断不了备案类型，先补上缺的信息',
  en: 'The type of the filing cannot be told yet; state what is missing first',
})
export const NotOpen = defineProblem('filing.not-open', 409, {
  zh: '订单已提交，现在不能改',
  en: 'The order is submitted and cannot be changed now',
})
export const ChangedMeanwhile = defineProblem('filing.changed-meanwhile', 409, {
  zh: '另一处刚改过这一单，先看新的内容再存',
  en: 'The order was changed elsewhere meanwhile; look at it before you save',
})
export const FiledNotFound = defineProblem('filing.filed-not-found', 404, {
  zh: '这个账号里没有这个备案号',
  en: 'This account has no filing of that number',
})
