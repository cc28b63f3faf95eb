import { labelOfName } from '@yuming/names'
import type { Trx } from '../../kernel/database/index.ts'
import type { Registries } from '../domains/index.ts'
import { checkFirst, isCheckedPerson } from '../personal-names/index.ts'
import { labelFindings, lackingProof, type NamesToQualify, type VerificationProvider } from '../verification/index.ts'
import type { HolderState } from './holder-findings.ts'
import type { QuotedLine } from './quote.ts'

/** A name that only the owner of a trademark or a government body may hold is not sold before its papers were seen (S1-94, S1-157). */
export async function withQualification(
  lines: readonly QuotedLine[],
  names: NamesToQualify,
  { trx, account, template, today }: { trx: Trx; account: string; template: string | undefined; today: string },
): Promise<QuotedLine[]> {
  if (template === undefined) return [...lines]
  const about = lines.flatMap(({ ascii, state }) => (state === 'ok' ? (names.find(ascii) ?? []) : []))
  const lacking = await lackingProof(trx, { account, template, names: about, today })
  return lines.map((line) => (line.state === 'ok' ? against(line, lacking.get(line.ascii) ?? []) : line))
}

/** A personal name is sold to the person whose name and ID number have passed, under a template that says the same (S1-124). */
export async function withCheckedPerson(
  lines: readonly QuotedLine[],
  { trx, account, template, now }: { trx: Trx; account: string; template: string | undefined; now: Date },
): Promise<QuotedLine[]> {
  if (template === undefined || !lines.some(({ personal }) => personal)) return [...lines]
  const checked = await isCheckedPerson(trx, { account, template, now })
  return lines.map((line) => (line.personal && !checked ? against(line, [checkFirst]) : line))
}

/**
 * What the verification provider says of labels, asked before anybody pays. An answer that does not come in time says
 * nothing: the provider reviews the label in any case before the name is registered, and a refusal gives the money back.
 */
export async function withLabelAdvice(
  lines: readonly QuotedLine[],
  {
    registries,
    provider,
    registryLimitMs,
  }: { registries: Registries; provider: VerificationProvider | undefined; registryLimitMs: number },
  { identity }: { identity: HolderState['identity'] | undefined },
): Promise<QuotedLine[]> {
  const asked = new Set(
    lines.flatMap((line) =>
      line.state === 'ok' && line.registry !== null && registries.registry(line.registry).takesCodes
        ? [labelOfName(line.name)]
        : [],
    ),
  )
  if (!provider || asked.size === 0) return [...lines]
  const advice = await answered(provider.checkLabels([...asked]), registryLimitMs)
  if (!advice) return [...lines]
  return lines.map((line) => {
    const said =
      asked.has(labelOfName(line.name)) && line.state === 'ok' ? advice.get(labelOfName(line.name)) : undefined
    return said ? against(line, labelFindings(said, { identity })) : line
  })
}

function against(line: QuotedLine, findings: QuotedLine['findings']): QuotedLine {
  if (findings.length === 0) return line
  const refused = findings.some(({ severity }) => severity === 'refuse')
  return { ...line, state: refused ? 'invalid' : line.state, findings: [...line.findings, ...findings] }
}

async function answered<T>(answer: Promise<T>, limitMs: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs)
  })
  try {
    return await Promise.race([answer.catch(() => undefined), late])
  } finally {
    clearTimeout(timer)
  }
}
