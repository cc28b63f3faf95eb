import type { ByNumber } from '../../model/filing.ts'
import type { Body } from '../../shape/part.ts'
import { id, text } from '../../shape/scalars.ts'

/** A choice of two elements: the filing number, or the bureau's id. */
export const byNumber = (numberTag: string, idTag: string): Body<ByNumber> => ({
  write(value, to) {
    if ('filingNumber' in value) to.at('filingNumber', () => text(numberTag, 1, 128).write(value.filingNumber, to))
    else to.at('bureauId', () => id(idTag).write(value.bureauId, to))
  },
  read: (from) =>
    from.one(numberTag) ? { filingNumber: text(numberTag, 1, 128).read(from) } : { bureauId: id(idTag).read(from) },
})
