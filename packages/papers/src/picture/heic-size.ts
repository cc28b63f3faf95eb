/** Boxes on the way to the sizes of a HEIC's items (ISO/IEC 14496-12, 23008-12), with the bytes before their first child. */
const containers: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 }
const mostBoxes = 4_096

/**
 * Size of the largest picture that a HEIC speaks of (its `ispe` boxes), read without decoding; tiles and thumbnails
 * are smaller. A turned picture (`irot`) has its sides exchanged; `mirrored` tells of an `imir`.
 * @throws when there is none
 */
export function heicSize(bytes: Uint8Array): { width: number; height: number; mirrored: boolean } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let boxes = 0
  let largest = { width: 0, height: 0 }
  let turned = false
  let mirrored = false
  const walk = (from: number, to: number) => {
    for (let at = from; at + 8 <= to && boxes < mostBoxes; boxes++) {
      const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
      const stated = view.getUint32(at)
      const head = stated === 1 ? 16 : 8
      if (at + head > to) return
      const size = stated === 1 ? Number(view.getBigUint64(at + 8)) : stated === 0 ? to - at : stated
      const end = at + size
      if (size < head || end > to) return
      const inner = containers[name]
      if (inner !== undefined) walk(at + head + inner, end)
      if (name === 'irot' && size > head) turned ||= (view.getUint8(at + head) & 1) === 1
      mirrored ||= name === 'imir'
      if (name === 'ispe' && size >= head + 12) {
        const width = view.getUint32(at + head + 4)
        const height = view.getUint32(at + head + 8)
        if (width * height > largest.width * largest.height) largest = { width, height }
      }
      at = end
    }
  }
  walk(0, bytes.length)
  if (largest.width === 0) throw new Error('no size in the file')
  return { ...(turned ? { width: largest.height, height: largest.width } : largest), mirrored }
}
