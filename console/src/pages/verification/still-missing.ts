import type { Paper, PaperKind } from '../../api/types.ts'

/** Kinds that are needed and not there yet, in the order in which they are asked. */
export function stillMissing(needed: readonly PaperKind[], papers: readonly Pick<Paper, 'kind'>[]): PaperKind[] {
  return needed.filter((kind) => !papers.some((paper) => paper.kind === kind))
}
