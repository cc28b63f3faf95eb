import { encodeGbk } from '../payload/charset.ts'
import type { DownloadContents, DownloadName } from '../profile/download-kind.ts'
import type { Profile } from '../profile/profile.ts'
import { Writing } from '../shape/writing.ts'
import { UploadRefused } from '../upload/refused.ts'

/**
 * A file for an enterprise to download, as a bureau writes it.
 * @throws UploadRefused when the schema would refuse it
 */
export function writeDownload<N extends DownloadName>(profile: Profile, name: N, content: DownloadContents[N]): Buffer {
  const kind = profile.downloads[name]
  if (!kind) throw new RangeError(`${profile.id} has no download ${name}`)
  const to = new Writing()
  inside(kind.path, () => kind.content.write(content, to))
  kind.rule?.(content, profile.quirks, to)
  if (to.problems.length > 0) throw new UploadRefused(to.problems)
  return encodeGbk(
    `<?xml version="1.0" encoding="GBK"?>\n<DownloadData version="${profile.version}">${to.xml}</DownloadData>`,
  )

  function inside([tag, ...rest]: readonly string[], write: () => void): void {
    if (tag === undefined) write()
    else to.inside(tag, () => inside(rest, write))
  }
}
