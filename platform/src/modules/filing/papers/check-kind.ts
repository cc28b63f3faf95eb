import { checkFiling, filingDraft, type PaperKind } from '@yuming/filing'
import { type CheckedPaper, checkIcon, checkPaper } from '@yuming/papers'
import { photographed } from './keep-paper.ts'

/** What bureaus take of an App's icon. */
const iconBytes = 102_400

/** What is handed in as a paper of this kind: looked at as a photograph, or as the icon of an App. */
export async function checkKind(kind: PaperKind, bytes: Uint8Array, day: string): Promise<CheckedPaper> {
  if (kind !== 'app-icon') return checkPaper(bytes, { kind: photographed(kind), day })
  const { clean, ...checked } = await checkIcon(bytes, { day, mostBytes: iconBytes })
  const stated = { services: [{ kind: 'app' as const, app: { iconBytes: bytes.length } }] }
  const tooLarge = checkFiling(filingDraft(stated, day)).findings.filter(({ rule }) => rule === 'APP-ICON-01')
  if (tooLarge.length === 0) return { ...checked, ...(clean && { clean }) }
  return { ...checked, findings: [...checked.findings, ...tooLarge.map((one) => ({ ...one, field: 'paper' }))] }
}
