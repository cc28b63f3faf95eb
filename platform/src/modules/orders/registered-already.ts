import type { Trx } from '../../kernel/database/index.ts'
import { alreadyRegistered, registeredForms } from '../domains/index.ts'
import type { QuotedLine } from './quote.ts'

/** What this platform has registered already, in this form of the name or another one, is not sold again (S1-30). */
export async function withRegistered(
  lines: readonly QuotedLine[],
  { trx, account }: { trx: Trx; account: string },
): Promise<QuotedLine[]> {
  const keys = lines.flatMap(({ key }) => key ?? [])
  const registered = await registeredForms(trx, { keys })
  return lines.map((line) => {
    const form = line.key === undefined ? undefined : registered.get(line.key)
    if (!form) return line
    const { name, ascii, suffix } = line
    const label = name.slice(0, -suffix.length - 1)
    return {
      ...line,
      state: 'invalid',
      findings: [alreadyRegistered({ name, ascii, label, account }, form), ...line.findings],
    }
  })
}
