import { evaluate, type Finding } from '@yuming/rules'
import type { CleanPicture } from './clean-picture.ts'
import { hiddenContent } from './hidden-content.ts'
import { largestDecoded, mostPixels } from './limits.ts'
import type { FileFacts, Measured, PaperKind } from './paper-facts.ts'
import { paperRules } from './paper-rules.ts'
import type { Header } from './picture/picture.ts'
import { takenOn } from './picture/taken-on.ts'
import { isPictureType, typeOf } from './type-of.ts'

export interface CheckPaperOptions {
  readonly kind: PaperKind
  /** YYYY-MM-DD in China: the rules of that day are asked. */
  readonly day: string
}

export interface CheckedPaper {
  /** All at once; their field is `paper`. */
  readonly findings: readonly Finding[]
  readonly measured: Measured
  /** Absent when a finding refuses the picture. */
  readonly clean?: CleanPicture
}

/**
 * What a photograph of an identity paper is, what the rules of a day say of it, and the same picture made clean.
 * Bytes may be anything: what cannot be read has findings, and nothing throws. Pixels are counted in the header before
 * any is decoded (50 million at most, or 20 MB of file) and two pictures are decoded at once, so memory is bounded.
 */
export async function checkPaper(bytes: Uint8Array, { kind, day }: CheckPaperOptions): Promise<CheckedPaper> {
  const { measured, clean } = await look(bytes, kind)
  const { verdict, findings } = evaluate(paperRules, { kind, measured }, day)
  return { findings, measured, ...(clean && verdict !== 'refused' ? { clean } : {}) }
}

interface Looked {
  readonly measured: Measured
  readonly clean?: CleanPicture
}

async function look(bytes: Uint8Array, kind: PaperKind): Promise<Looked> {
  const type = await typeOf(bytes)
  const taken = takenOn(bytes)
  const file: FileFacts = { type, bytes: bytes.length, hidden: [], ...(taken && { takenOn: taken }) }
  if (!isPictureType(type) || bytes.length > largestDecoded) return { measured: file }
  const read: FileFacts = { ...file, hidden: hiddenContent(bytes) }
  // Decoders take 20 MB once they are loaded: not before the first picture comes.
  const { openPicture, seePicture } = await import('./see-picture.ts')
  const open = await orNothing(() => openPicture(type, bytes))
  if (!open) return { measured: { ...read, readable: false } }
  const header: FileFacts & Header = { ...read, ...open.header }
  if (header.width * header.height > mostPixels) return { measured: header }
  const seen = await orNothing(() => seePicture(open, kind))
  if (!seen) return { measured: { ...header, readable: false } }
  const { facts, clean } = seen
  return { measured: { ...header, readable: true, ...facts, cleanBytes: clean.bytes.length }, clean }
}

/** Decoders of foreign bytes throw whatever they like; that is an answer about the bytes, not a failure of ours. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
