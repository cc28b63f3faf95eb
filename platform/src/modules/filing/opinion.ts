import { stepOf } from './findings-of-step.ts'
import { type ExplainedReason, explained } from './reasons.ts'

interface Event {
  readonly at: Date
  readonly kind: string
  readonly by: string
  readonly detail: Record<string, unknown>
}

export interface Opinion {
  readonly by: 'we' | 'bureau' | 'ministry'
  readonly at: string
  readonly remark: string | null
  readonly reasons: readonly ExplainedReason[]
}

const usual = { zh: '按提示改正后再提交', en: 'Correct it and submit again' }

/** A code of the bureau as a reason: what it means, and where in the draft it can be mended. */
function ofCode(row: unknown): ExplainedReason[] {
  const { code, means, said, field } = row as {
    code: number
    means: { zh: string; en: string }
    said: string | null
    field: string | null
  }
  const step = field === null ? null : stepOf(field)
  return [{ id: `bureau-${code}`, heard: said, cause: means, remedy: usual, field, step }]
}

const returns: ReadonlySet<string> = new Set([
  'review-returned',
  'photo-returned',
  'bureau-refused',
  'lapsed',
  'check-failed',
])

/** Why an order came back the last time; null when it never did, or has passed since. */
export function opinionOf(events: readonly Event[]): Opinion | null {
  const last = events.findLast(({ kind }) => returns.has(kind))
  if (!last) return null
  const { reasons, remark, heard, codes } = last.detail
  const ids = Array.isArray(reasons) ? reasons.filter((id): id is string => typeof id === 'string') : []
  const said = typeof heard === 'string' ? heard : null
  return {
    by: last.by === 'bureau' || last.by === 'ministry' ? last.by : 'we',
    at: last.at.toISOString(),
    remark: typeof remark === 'string' ? remark : said,
    reasons: [...explained(ids, said), ...(Array.isArray(codes) ? codes.flatMap(ofCode) : [])],
  }
}
