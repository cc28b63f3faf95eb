import './tables.ts'

export { isCheckedPerson } from './checked-people.ts'
export { checkFirst } from './person-findings.ts'
export { personalNameRoutes } from './routes.ts'
