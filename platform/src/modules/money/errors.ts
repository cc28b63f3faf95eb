import { defineProblem } from '../../kernel/errors/index.ts'

export const BalanceTooLow = defineProblem('money.balance-too-low', 409, {
  zh: '余额不足',
  en: 'The balance is too low',
})

export const RemittanceNotOffered = defineProblem('remittance.not-offered', 409, {
  zh: '这里不收线下汇款',
  en: 'Remittances are not taken here',
})
export const RemittanceNotFound = defineProblem('remittance.not-found', 404, {
  zh: '没有这笔汇款',
  en: 'There is no such remittance',
})
export const RemittanceEnded = defineProblem('remittance.ended', 409, {
  zh: '这笔汇款已经入账或撤销',
  en: 'This remittance was credited or withdrawn',
})
export const BankEntryUsed = defineProblem('remittance.bank-entry-used', 409, {
  zh: '这条银行流水已经入过账',
  en: 'This entry of the bank statement was credited before',
})
export const TooManyRemittances = defineProblem('remittance.too-many', 429, {
  zh: '还有20笔汇款没有到账',
  en: 'Twenty remittances have not arrived yet',
})
