import { BureauAnswerLost, BureauNotReached } from '../client/errors.ts'
import { messageMeaning } from '../codes/meaning.ts'
import type { UploadWire } from '../line/upload-line.ts'
import type { Sealed } from '../payload/seal.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import type { UploadAnswer } from '../soap/answer.ts'

/** What goes wrong with one call: nothing, the way there, the way back, or a code instead of the work. */
export type Trouble = 'none' | 'not-reached' | 'answer-lost' | number

export interface MemoryWire extends UploadWire {
  readonly received: { sequence: number; hash: string }[]
  /** Taken one by one; afterwards there is no trouble. */
  readonly troubles: Trouble[]
}

/** An honest bureau behind a bad line. It takes a number once, and never with a gap. */
export function memoryWire(): MemoryWire {
  const received: { sequence: number; hash: string }[] = []
  const troubles: Trouble[] = []
  const through = async <T extends { code: number; message: string }>(work: () => T): Promise<T> => {
    const trouble = troubles.shift() ?? 'none'
    if (trouble === 'not-reached') throw new BureauNotReached('refused')
    if (typeof trouble === 'number') return { code: trouble, message: `code ${trouble}` } as T
    const answer = work()
    if (trouble === 'answer-lost') throw new BureauAnswerLost('cut')
    return answer
  }
  return {
    profile: miit30,
    aes: undefined,
    received,
    troubles,
    meaning: ({ code }) => messageMeaning(miit30.codes, code),
    upload: (sequence: number, { beianInfoHash }: Sealed) =>
      through((): UploadAnswer => {
        const last = received.at(-1)?.sequence ?? 0
        if (sequence > last + 1) {
          const missing = Array.from({ length: sequence - last - 1 }, (_, index) => last + 1 + index)
          return { code: 14, message: 'gap', missing }
        }
        if (sequence <= last) return { code: 999, message: 'repeated' }
        received.push({ sequence, hash: beianInfoHash })
        return { code: 0, message: 'ok' }
      }),
    previousUpload: () =>
      through(() => {
        const last = received.at(-1)
        const previous = { sequence: last?.sequence ?? 0, beianInfoHash: last?.hash ?? '', fileName: '' }
        return { code: 0, message: 'ok', previous }
      }),
  }
}
