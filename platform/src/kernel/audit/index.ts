import './tables.ts'

export { type AuditEvent, record } from './record.ts'
export { verifyChain } from './verify.ts'
