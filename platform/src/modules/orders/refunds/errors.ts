import { defineProblem } from '../../../kernel/errors/index.ts'

export const RefundNotFound = defineProblem('refund.not-found', 404, {
  zh: '没有这笔等人处理的退款',
  en: 'There is no such refund to see to',
})
export const RefundDecided = defineProblem('refund.decided', 409, {
  zh: '这笔退款已经处理过',
  en: 'This refund was seen to before',
})
