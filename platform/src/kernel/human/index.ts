import './tables.ts'

export { type HumanCheck, type HumanCheckDeps, humanCheck, type Proof } from './human-check.ts'
export { challengeAnswer, proofBody } from './schemas.ts'
