import { defineProblem } from '../../kernel/errors/index.ts'

export const OrderNotFound = defineProblem('order.not-found', 404, { zh: '没有这个订单', en: 'There is no such order' })
export const OrderRefused = defineProblem('order.refused', 422, {
  zh: '订单里有不能买的名字',
  en: 'The order has names that cannot be bought',
})
export const TermsNotAccepted = defineProblem('order.terms-not-accepted', 422, {
  zh: '请先阅读并接受服务条款',
  en: 'Read and accept the terms of service first',
})
export const TemplateNeeded = defineProblem('order.template-needed', 422, {
  zh: '请选一个信息模板',
  en: 'Choose a holder template',
})
export const EmailNotVerified = defineProblem('order.email-not-verified', 422, {
  zh: '模板的邮箱还没验证',
  en: 'The e-mail address of the template is not verified',
})
export const PriceChanged = defineProblem('order.price-changed', 409, {
  zh: '价格变了，请再确认一次',
  en: 'The price has changed; please confirm again',
})
export const OrderNotPayable = defineProblem('order.not-payable', 409, {
  zh: '这个订单现在不能付款',
  en: 'This order cannot be paid now',
})
export const DiscountGone = defineProblem('order.discount-gone', 409, {
  zh: '订单里的优惠已经用掉，请取消后重新下单',
  en: 'The discount of this order has been used elsewhere; give the order up and place it again',
})
