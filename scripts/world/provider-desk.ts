import { expect } from 'vitest'
import type { SandboxControls } from './sandbox-controls.ts'

interface Verification {
  readonly code: string
  readonly subject: string
  readonly state: string
}

/** The verification of a holder or a label that waits at the provider for a person's decision. */
export async function pendingAtProvider(sandbox: SandboxControls, subject: string): Promise<string> {
  let code: string | undefined
  const look = async () => {
    const { verifications } = await sandbox.call<{ verifications: Verification[] }>('GET', 'verification')
    code = verifications.find((one) => one.subject === subject && one.state === 'pending')?.code
    return code
  }
  await expect.poll(look, { timeout: 15_000 }).toBeDefined()
  return code ?? ''
}

export const decideAtProvider = (sandbox: SandboxControls, code: string, passed: boolean, message: string) =>
  sandbox.call('POST', `verification/${code}/decide`, { passed, message })
