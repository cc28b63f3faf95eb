import { certificateKind, checkNumber, type NumberForm, takesRegion } from '@yuming/identity'
import type { Finding, Text } from '@yuming/rules'
import { type HolderInformation, holderFindings } from '../../registrants/index.ts'

/** A row of what a holder declared, as reviewers compare it with the paper. */
export const holderRows = ['name', 'kind', 'number', 'representative', 'dates', 'address', 'region', 'contact'] as const
export type HolderRow = (typeof holderRows)[number]

export interface MachineCheck {
  readonly row: HolderRow
  readonly good: boolean
  readonly text: Text
  /** The rule that says so; null: nothing stands against it. */
  readonly rule: string | null
}

const rowOf: readonly [start: string, row: HolderRow][] = [
  ['name', 'name'],
  ['holderType', 'kind'],
  ['certificate.kind', 'kind'],
  ['certificate.number', 'number'],
  ['legalRepresentative', 'representative'],
  ['certificate.', 'dates'],
  ['region', 'region'],
  ['phone', 'contact'],
  ['email', 'contact'],
  ['contact', 'contact'],
]
/** Numbers whose last character is reckoned from the others. */
const withCheckDigit: readonly NumberForm[] = [
  'resident',
  'residence-permit',
  'foreigner-card',
  'licence',
  'credit',
  'organisation',
]
const dayMs = 86_400_000

/** What a machine can tell of a holder before a person looks at the paper: the rules of the day, line by line. */
export function machineChecks(holder: HolderInformation, today: string): MachineCheck[] {
  const against = holderFindings(holder, today).map(
    (finding): MachineCheck => ({ row: rowOfField(finding), good: false, text: finding.message, rule: finding.rule }),
  )
  const fine = [numberLine(holder, today), ...dateLines(holder, today), regionLine(holder)].filter(
    (line) => line !== undefined,
  )
  return [...against, ...fine.filter(({ row }) => !against.some((line) => line.row === row))]
}

function rowOfField({ field }: Finding): HolderRow {
  return rowOf.find(([start]) => field === start || field.startsWith(start))?.[1] ?? 'address'
}

function good(row: HolderRow, zh: string, en: string): MachineCheck {
  return { row, good: true, text: { zh, en }, rule: null }
}

function numberLine({ certificate }: HolderInformation, today: string): MachineCheck | undefined {
  const kind = certificateKind(certificate.kind)
  if (!kind || checkNumber(kind, certificate.number, today).length > 0) return undefined
  return withCheckDigit.includes(kind.numberForm)
    ? good('number', '校验位正确', 'Check digit is right')
    : good('number', '形式正确', 'Has the form of its kind')
}

function dateLines({ certificate: { issuedOn, endsOn } }: HolderInformation, today: string): MachineCheck[] {
  const since = issuedOn && Math.round((Date.parse(today) - Date.parse(issuedOn)) / dayMs)
  return [
    ...(typeof since === 'number' ? [good('dates', `签发已 ${since} 天`, `Issued ${since} days ago`)] : []),
    ...(endsOn ? [good('dates', `有效到 ${endsOn}`, `Valid until ${endsOn}`)] : []),
  ]
}

function regionLine({ certificate, region }: HolderInformation): MachineCheck | undefined {
  const kind = certificateKind(certificate.kind)
  return kind && takesRegion(kind, region) ? good('region', '与证件类型相符', 'Fits the kind of paper') : undefined
}

/** A number as a screen shows it before somebody asks for the whole: at most its ends. */
export function maskedNumber(number: string): string {
  if (number.length <= 4) return '•'.repeat(number.length)
  const shown = number.length >= 12 ? 4 : 2
  return `${number.slice(0, shown)}${'•'.repeat(number.length - 2 * shown)}${number.slice(-shown)}`
}
