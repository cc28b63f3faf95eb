import type { FilingReason, ReasonStage } from '../../../api/filing.ts'

/** Reasons of a stage in which every typed word is found: in what is heard, the cause, the field or the remedy, in either language. */
export function foundReasons(
  reasons: readonly FilingReason[],
  { typed, stage }: { typed: string; stage: ReasonStage | '' },
): FilingReason[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return reasons.filter(
    (reason) => (stage === '' || reason.stage === stage) && words.every((word) => textOf(reason).includes(word)),
  )
}

const texts = new WeakMap<FilingReason, string>()

function textOf(reason: FilingReason): string {
  const known = texts.get(reason)
  if (known !== undefined) return known
  const { id, heard, cause, fields, remedy } = reason
  const text = [id, ...heard, ...[cause, remedy, ...fields].flatMap(({ zh, en }) => [zh, en])].join('\n').toLowerCase()
  texts.set(reason, text)
  return text
}
