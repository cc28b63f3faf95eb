import { defineProblem } from '../../../kernel/errors/index.ts'

export const QuickLinkGone = defineProblem('quick-order.link-gone', 404, {
  zh: '这个下单链接已经失效，请回到电脑上重新扫码',
  en: 'This link is over; scan a new code on the computer',
})
export const HasTemplate = defineProblem('quick-order.has-template', 409, {
  zh: '你已有信息模板，请用自己的模板下单',
  en: 'You have a holder template; place the order with it',
})
export const AgentNotFit = defineProblem('quick-order.agent-not-fit', 503, {
  zh: '扫码快速下单现在办不了，请新建信息模板再下单',
  en: 'Quick orders cannot be taken now; make a holder template and order with it',
})
export const AgentNotAccepted = defineProblem('quick-order.agent-not-accepted', 422, {
  zh: '请先确认：域名先登记在代理名下，要及时过户',
  en: 'Confirm first that an agent will hold the name and that you will transfer it in time',
})
