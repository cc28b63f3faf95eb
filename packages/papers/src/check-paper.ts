import { evaluate, type Finding } from '@yuming/rules'
import { type CleanPicture, cleanPicture } from './clean-picture.ts'
import { hiddenContent } from './hidden-content.ts'
import { inTurn } from './in-turn.ts'
import { largestDecoded, measuredSide, mostPixels } from './limits.ts'
import { measurePicture } from './measure/measure-picture.ts'
import type { FileFacts, Measured, PaperKind, PictureFacts } from './paper-facts.ts'
import { paperRules } from './paper-rules.ts'
import { openPicture } from './picture/open-picture.ts'
import type { Header, OpenPicture, Sized } from './picture/picture.ts'
import { openRaster, pixelsOf } from './picture/raster.ts'
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

/** Decoding holds up to 250 MB for the worst picture of 50 million pixels, an interlaced PNG. */
const turn = inTurn(2)

/**
 * Up to so many pixels a picture is decoded twice at once, for measuring and for cleaning: a JPEG is at a quarter and
 * at half its size faster than at half and then made smaller. Beyond, the clean picture is measured.
 */
const twicePixels = 16_000_000

interface Looked {
  readonly measured: Measured
  readonly clean?: CleanPicture
}

async function look(bytes: Uint8Array, kind: PaperKind): Promise<Looked> {
  const type = await typeOf(bytes)
  const file: FileFacts = { type, bytes: bytes.length, hidden: [] }
  if (!isPictureType(type) || bytes.length > largestDecoded) return { measured: file }
  const read: FileFacts = { ...file, hidden: hiddenContent(bytes) }
  const open = await orNothing(() => openPicture(type, bytes))
  if (!open) return { measured: { ...read, readable: false } }
  const header: FileFacts & Header = { ...read, ...open.header }
  if (header.width * header.height > mostPixels) return { measured: header }
  const seen = await orNothing(() => turn(() => see(open, kind)))
  if (!seen) return { measured: { ...header, readable: false } }
  const { facts, clean } = seen
  return { measured: { ...header, readable: true, ...facts, cleanBytes: clean.bytes.length }, clean }
}

async function see(open: OpenPicture, kind: PaperKind): Promise<{ facts: PictureFacts; clean: CleanPicture }> {
  const { width, height } = open.header
  const picture = await open.decode()
  const measure = async (source: Sized) => measurePicture(kind, await pixelsOf(source(measuredSide, false)))
  if (width * height <= twicePixels) {
    const [clean, facts] = await Promise.all([cleanPicture(picture), measure(picture)])
    return { facts, clean }
  }
  const clean = await cleanPicture(picture)
  const again = await openRaster(clean.bytes)
  return { facts: await measure(await again.decode()), clean }
}

/** Decoders of foreign bytes throw whatever they like; that is an answer about the bytes, not a failure of ours. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
