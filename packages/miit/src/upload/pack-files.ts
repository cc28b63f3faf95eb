import type { Id } from '../model/id.ts'
import type { Limits, Profile } from '../profile/profile.ts'
import type { UploadName } from '../profile/upload-kind.ts'
import { UploadRefused } from './refused.ts'

export interface PackedFile {
  readonly xml: Buffer
  /** Which of the records that were given, first and one past the last. */
  readonly from: number
  readonly to: number
}

/**
 * Puts written records into as few files as the limits allow: by bytes first, then by count. One kind a file, in
 * the order given, so that nobody waits behind somebody who came later.
 * @throws UploadRefused when one record alone is larger than a file may be
 */
export function* packFiles(
  profile: Profile,
  name: UploadName,
  records: readonly Uint8Array[],
  unitId: Id,
  limits: Pick<Limits, 'xmlBytes' | 'recordsPerFile'> = profile.limits,
): Generator<PackedFile> {
  const { before, after } = frame(profile, name, unitId)
  const room = limits.xmlBytes - before.length - after.length
  let from = 0
  let bytes = 0
  for (const [index, record] of records.entries()) {
    if (record.length > room) throw tooLarge(index, record.length, room)
    if (bytes + record.length > room || index - from >= limits.recordsPerFile) {
      yield file(from, index)
      from = index
      bytes = 0
    }
    bytes += record.length
  }
  if (from < records.length) yield file(from, records.length)

  function file(first: number, end: number): PackedFile {
    return { xml: Buffer.concat([before, ...records.slice(first, end), after]), from: first, to: end }
  }
}

function frame(profile: Profile, name: UploadName, unitId: Id): { before: Buffer; after: Buffer } {
  const kind = profile.uploads[name]
  if (!kind) throw new RangeError(`${profile.id} has no upload ${name}`)
  return {
    before: Buffer.from(
      `<?xml version="1.0" encoding="GBK"?>\n<UploadData version="${profile.version}"><${kind.group}><${kind.tag}>${open(kind.wrapper)}`,
    ),
    // Qqdwid is the id of the enterprise: another one is answered with 5003.
    after: Buffer.from(`${close(kind.wrapper)}</${kind.tag}><Qqdwid>${unitId}</Qqdwid></${kind.group}></UploadData>`),
  }
}

const open = (wrapper?: string): string => (wrapper === undefined ? '' : `<${wrapper}>`)
const close = (wrapper?: string): string => (wrapper === undefined ? '' : `</${wrapper}>`)

function tooLarge(index: number, size: number, room: number): UploadRefused {
  return new UploadRefused([
    {
      code: 'too-large',
      field: `[${index}]`,
      says: {
        zh: `单条数据 ${size} 字节，超过文件上限 ${room} 字节，请压缩附件`,
        en: `The record alone has ${size} bytes, more than the ${room} that a file holds: make its attachments smaller`,
      },
      wouldBe: 18,
    },
  ])
}
