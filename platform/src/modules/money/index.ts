import './tables.ts'

export { ledgerAccounts } from './accounts.ts'
export { type Posting, post } from './post.ts'
export { balanceOf, entriesOf, ledgerSum } from './queries.ts'
export { type BankAccount, remittanceRoutes } from './remittance-routes.ts'
