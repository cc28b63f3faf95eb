import { createHash } from 'node:crypto'
import { evaluate } from '@yuming/rules'
import type { CheckedPaper } from './check-paper.ts'
import { inTurn } from './in-turn.ts'
import { mostPixels } from './limits.ts'
import type { Measured } from './paper-facts.ts'
import { paperRules } from './paper-rules.ts'
import { isPictureType, typeOf } from './type-of.ts'

/** Pixels of the icon of a store. */
const iconSide = 512
const qualities = [92, 80, 65]
const turn = inTurn(1)

/**
 * The icon of an App: no photograph of a paper, so only that it is a picture is asked of it. It is made anew from its
 * pixels as a JPEG of at most `mostBytes`. Bytes may be anything: what cannot be read has findings, and nothing throws.
 */
export async function checkIcon(
  bytes: Uint8Array,
  { day, mostBytes }: { readonly day: string; readonly mostBytes: number },
): Promise<CheckedPaper> {
  const type = await typeOf(bytes)
  const file: Measured = { type, bytes: bytes.length, hidden: [] }
  const clean = isPictureType(type) ? await turn(() => drawn(bytes, mostBytes).catch(() => undefined)) : undefined
  if (clean) return { findings: [], measured: { ...file, readable: true }, clean }
  const measured = isPictureType(type) ? { ...file, readable: false } : file
  return { findings: evaluate(paperRules, { kind: 'other', measured }, day).findings, measured }
}

async function drawn(bytes: Uint8Array, mostBytes: number): Promise<CheckedPaper['clean']> {
  const { sharp } = await import('./picture/libvips.ts')
  for (const quality of qualities) {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels })
      .rotate()
      .resize(iconSide, iconSide, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true })
    if (data.length > mostBytes) continue
    const sha256 = createHash('sha256').update(data).digest('hex')
    return { bytes: data, width: info.width, height: info.height, sha256 }
  }
  return undefined
}
