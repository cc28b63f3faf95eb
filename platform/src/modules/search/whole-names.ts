import type { Catalog } from '../catalog/index.ts'
import type { Appraisal } from '../list/index.ts'
import { offered, unavailable } from './answer-rows.ts'
import { appraiseName } from './appraise.ts'
import { checkNames } from './check-names.ts'
import type { AnsweredRow } from './events.ts'
import type { OtherForm } from './own-forms.ts'
import type { AskedName, AvailabilityAsker } from './ports.ts'

/** A name that was asked about again, perhaps in another form (简繁体等效): it is answered in the row of the first. */
export interface FoldedName {
  /** Its place in the question. */
  readonly id: string
  readonly name: string
  readonly ascii: string
}

/** `id` is the name's place in the question; a name and its other forms are one row. */
export type WholeNameRow = AnsweredRow & {
  readonly name: string
  readonly ascii: string
  readonly also?: readonly FoldedName[]
}

interface Asked {
  readonly id: string
  readonly typed: string
  readonly appraisal: Appraisal
  readonly also: FoldedName[]
}

/** Names with what the rules say of them, in the order asked; those that are one name by their key stand as one. */
function foldedOnce(names: readonly string[], catalog: Catalog, day: string): readonly Asked[] {
  const byKey = new Map<string, Asked>()
  return names.flatMap((typed, at) => {
    const asked: Asked = { id: String(at), typed, appraisal: appraiseName(catalog, typed, day), also: [] }
    const { id, appraisal } = asked
    if (!appraisal.ok) return [asked]
    const first = byKey.get(appraisal.key)
    if (!first) {
      byKey.set(appraisal.key, asked)
      return [asked]
    }
    first.also.push({ id, name: appraisal.name, ascii: appraisal.ascii })
    return []
  })
}

interface Options {
  readonly catalog: Catalog
  readonly asker: AvailabilityAsker
  readonly day: string
  readonly limitMs: number
  /** Which of the names are other forms of the reader's own; by A-label. */
  readonly own: (appraisals: readonly Appraisal[]) => Promise<ReadonlyMap<string, OtherForm>>
}

/** Answers whole names all at once: each name is asked from its registry once, in however many forms it was written. */
export async function answerWholeNames(
  names: readonly string[],
  { catalog, asker, day, limitMs, own }: Options,
): Promise<WholeNameRow[]> {
  const asked = foldedOnce(names, catalog, day)
  const askable = asked.flatMap(({ appraisal }) => {
    const registry = appraisal.ok ? catalog.suffix(appraisal.suffix)?.registry : undefined
    return appraisal.ok && registry ? [{ registry, ascii: appraisal.ascii }] : []
  })
  const answers = await checkNames(asker, askable, limitMs)
  const forms = await own(asked.map(({ appraisal }) => appraisal))
  return asked.map((one) => {
    const row = rowOf(one, answers)
    const yours = forms.get(row.ascii)
    return { ...row, ...(yours ? { yours } : {}), ...(one.also.length === 0 ? {} : { also: one.also }) }
  })
}

function rowOf({ id, typed, appraisal }: Asked, answers: ReadonlyMap<string, AskedName>): WholeNameRow {
  if (!appraisal.ok) return { id, name: typed, ascii: typed, state: 'refused', findings: appraisal.findings }
  const { name, ascii, price, findings } = appraisal
  const answer = answers.get(ascii)
  const shared = { id, name, ascii }
  if (!answer) return { ...shared, state: 'unanswered', findings }
  if (!answer.available) return { ...shared, ...unavailable(answer), findings }
  return { ...shared, ...offered(answer, findings, price) }
}
