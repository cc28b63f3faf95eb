import './tables.ts'

export { admit, admitOperator } from './admit.ts'
export { type AttemptLimit, countAttempt, mayAttempt } from './attempts.ts'
export { type CodeAsks, createCodeAsks } from './code-asks.ts'
export { mustBeConfirmed, takeConfirmation } from './commands/confirmations.ts'
export { setOperator } from './commands/operators.ts'
export { askEmailVerification, verifyByCode, verifyByToken } from './commands/verify-email.ts'
export { codeRefused, signInNeeded } from './errors.ts'
export { phoneRoutes } from './phone-routes.ts'
export {
  accountOfEmail,
  contactOf,
  emailVerified,
  localeOf,
  nameOfUser,
  ownerPhone,
  verifiedEmails,
} from './queries.ts'
export { accountsRoutes } from './routes.ts'
export { emailField, idParams, phoneField } from './schemas.ts'
export { createSessions, type Sessions } from './sessions.ts'
export { betterAuthSignIn } from './sign-in/better-auth.ts'
