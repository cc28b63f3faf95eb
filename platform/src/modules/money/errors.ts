import { defineProblem } from '../../kernel/errors/index.ts'

export const BalanceTooLow = defineProblem('money.balance-too-low', 409, {
  zh: '余额不足',
  en: 'The balance is too low',
})
