import { isId } from '../model/id.ts'
import { decodeDocument } from '../payload/charset.ts'
import type { Profile } from '../profile/profile.ts'
import type { UploadKind, UploadName, UploadRecords } from '../profile/upload-kind.ts'
import { records } from '../shape/compose.ts'
import type { Part } from '../shape/part.ts'
import { type Raw, Reading, type ReadLog, type SetAside } from '../shape/reading.ts'
import type { XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { XmlRejected } from '../xml/rejected.ts'

export type ReceivedUpload = { readonly [N in UploadName]: UploadOf<N> }[UploadName]

interface UploadOf<N extends UploadName> {
  readonly name: N
  readonly version: string
  /** Qqdwid: who asks; the bureau compares it with who called. */
  readonly unitId: string
  readonly records: readonly UploadRecords[N][]
  /** What breaks the schema: a bureau answers the whole file with 5001. */
  readonly setAside: readonly SetAside[]
  readonly unknown: readonly Raw[]
}

/**
 * An uploaded file, as a bureau reads it.
 * @throws XmlRejected when it is no file of this kind at all
 */
export function readUpload(profile: Profile, bytes: Uint8Array): ReceivedUpload {
  const root = parseXml(decodeDocument(bytes))
  if (root.name !== 'UploadData') throw new XmlRejected('missing', `the root is ${root.name}, not UploadData`)
  const log: ReadLog = { unknown: [], setAside: [] }
  const reading = new Reading(root, root.name, log)
  const kinds = Object.values(profile.uploads) as UploadKind<UploadName>[]
  for (const groupTag of new Set(kinds.map(({ group }) => group))) {
    const element = reading.one(groupTag)
    if (!element) continue
    const group = reading.into(element)
    const unitId = group.required('Qqdwid').text.trim()
    if (!isId(unitId)) throw new XmlRejected('value', 'Qqdwid is no id')
    const found = kinds.filter((kind) => kind.group === groupTag && holds(group.one(kind.tag), kind.wrapper))
    const [kind] = found
    if (found.length !== 1 || !kind) throw new XmlRejected('missing', `${found.length} kinds in one file, not one`)
    const outer = group.into(group.required(kind.tag))
    const inside = kind.wrapper === undefined ? outer : outer.into(outer.required(kind.wrapper))
    const list = records(kind.recordTag, kind.body) as Part<readonly unknown[]>
    const values = list.read(inside)
    for (const open of new Set([inside, outer, group, reading])) open.close()
    return {
      name: kind.name,
      version: root.attributes.version ?? '',
      unitId,
      records: values,
      setAside: log.setAside,
      unknown: log.unknown,
    } as ReceivedUpload
  }
  throw new XmlRejected('missing', 'no known kind of upload in the file')
}

const holds = (element: XmlElement | undefined, wrapper: string | undefined): boolean =>
  element !== undefined && (wrapper === undefined || element.children.some(({ name }) => name === wrapper))
