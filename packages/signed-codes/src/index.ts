export { type ReadSignedCode, readSignedCode } from './read-signed-code.ts'
export { type RefusedBecause, SignedCodeRefused } from './refused.ts'
export { type SigningKey, signCode, type VerificationCode } from './sign-code.ts'
