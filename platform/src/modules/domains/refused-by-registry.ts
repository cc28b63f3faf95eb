import { StepRefused } from '../../kernel/tasks/index.ts'
import { RegistryRefused } from './ports.ts'
import { refusalFinding } from './registry-refusal.ts'

/** Runs a registry's command; its "no" refuses the step, in words that a person understands. `unless`: a code that is as good as yes. */
export async function refusedByRegistry<T>(command: () => Promise<T>): Promise<T>
export async function refusedByRegistry<T>(
  command: () => Promise<T>,
  options: { unless: number },
): Promise<T | undefined>
export async function refusedByRegistry<T>(
  command: () => Promise<T>,
  options?: { unless: number },
): Promise<T | undefined> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof RegistryRefused)) throw error
    const { answer } = error
    if (answer.code === options?.unless) return undefined
    throw new StepRefused({
      code: `registry.${answer.code}`,
      findings: [refusalFinding(answer.code, '2009-08-01')],
      answer,
    })
  }
}
