import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { decodeDocument } from '../payload/charset.ts'

const root = join(import.meta.dirname, '../../../..')
/** The published schemas and samples; not part of the product. */
export const published = join(process.env.YUMING_SHARED_DATA ?? join(root, '../shared/data'), 'miit-v3')
export const havePublished = existsSync(published)

export type SchemaName =
  | 'upload'
  | 'download'
  | 'upload-result'
  | 'download-result'
  | 'downloadack-result'
  | 'querypreviousupload-result'
  | 'querybeianstatus-result'

const said = new Set<string>()

/** Checks documents against a published schema; undefined (and said aloud) when those are not on this machine. */
export function schemaCheck(name: SchemaName): ((document: Uint8Array | string) => void) | undefined {
  if (!havePublished) {
    if (!said.has(published)) console.warn(`SKIPPED: no filing schemas at ${published}; documents are not validated`)
    said.add(published)
    return undefined
  }
  const schema = iconv.decode(readFileSync(join(published, `${name}.xsd`)), 'gbk')
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(withoutDeclaration(schema)))
  return (document) => {
    const text = typeof document === 'string' ? document : decodeDocument(document)
    const parsed = XmlDocument.fromString(withoutDeclaration(text))
    try {
      validator.validate(parsed)
    } finally {
      parsed.dispose()
    }
  }
}

/** The text is decoded already, so what it says of its encoding is not true any more. */
const withoutDeclaration = (text: string): string => text.replace(/^\ufeff?<\?xml[^>]*\?>\s*/, '')
