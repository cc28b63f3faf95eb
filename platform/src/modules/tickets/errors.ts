import { askForHelpAfter } from '@yuming/identity'
import { defineProblem } from '../../kernel/errors/index.ts'

export const ticketNotFound = defineProblem('ticket.not-found', 404, {
  zh: '没有这个工单',
  en: 'There is no such ticket',
})
export const ticketClosed = defineProblem('ticket.closed', 409, {
  zh: '这个工单已经结束；还有问题请再提一个',
  en: 'This ticket is closed; open another if there is more',
})
export const ticketTooSoon = defineProblem('ticket.too-soon', 409, {
  zh: `认证失败满${askForHelpAfter}次才转给专人；现在请照页面上的原因改正后再提交`,
  en: `A person takes over after ${askForHelpAfter} failures; for now correct what the page names and hand it in again`,
})
