import { decodeDocument } from '../payload/charset.ts'
import type { DownloadContents, DownloadKind, DownloadName } from '../profile/download-kind.ts'
import type { Profile } from '../profile/profile.ts'
import { type Raw, Reading, type ReadLog, type SetAside } from '../shape/reading.ts'
import type { XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { XmlRejected } from '../xml/rejected.ts'

export type DownloadPart = {
  readonly [N in DownloadName]: { readonly name: N; readonly content: DownloadContents[N] }
}[DownloadName]

export interface ReadDownload {
  readonly version: string
  /** A file may hold several kinds. */
  readonly parts: readonly DownloadPart[]
  /** Records and values that could not be read, whole, with the reason. */
  readonly setAside: readonly SetAside[]
  /** Elements that this version does not know, as they came. */
  readonly unknown: readonly Raw[]
}

/**
 * A downloaded file. Tolerant: what is not known is kept raw, what cannot be read is set aside, the rest is read.
 * @throws XmlRejected when it is no such document at all
 */
export function readDownload(profile: Profile, bytes: Uint8Array): ReadDownload {
  const root = parseXml(decodeDocument(bytes))
  if (root.name !== 'DownloadData') throw new XmlRejected('missing', `the root is ${root.name}, not DownloadData`)
  const log: ReadLog = { unknown: [], setAside: [] }
  const parts: DownloadPart[] = []
  walk(new Reading(root, root.name, log), [])
  return { version: root.attributes.version ?? '', parts, setAside: log.setAside, unknown: log.unknown }

  function walk(reading: Reading, path: readonly string[]): void {
    for (const element of uniqueTags(reading.element)) {
      const here = [...path, element]
      const kind = kindAt(profile, here)
      const leads = kindsBelow(profile, here)
      if (!kind && !leads) continue
      for (const [index, found] of reading.many(element).entries()) {
        const inside = reading.into(found, index || undefined)
        if (kind) readKind(kind, inside)
        else walk(inside, here)
      }
    }
    reading.close()
  }

  function readKind(kind: DownloadKind<DownloadName>, inside: Reading): void {
    try {
      parts.push({ name: kind.name, content: kind.content.read(inside) } as DownloadPart)
      inside.close()
    } catch (error) {
      if (!(error instanceof XmlRejected)) throw error
      inside.setAsideWhole(error)
    }
  }
}

const uniqueTags = ({ children }: XmlElement): Set<string> => new Set(children.map(({ name }) => name))

const kindAt = (profile: Profile, path: readonly string[]): DownloadKind<DownloadName> | undefined =>
  (Object.values(profile.downloads) as DownloadKind<DownloadName>[]).find(
    (kind) => kind.path.join('/') === path.join('/'),
  )

const kindsBelow = (profile: Profile, path: readonly string[]): boolean =>
  Object.values(profile.downloads).some((kind) => kind.path.join('/').startsWith(`${path.join('/')}/`))
