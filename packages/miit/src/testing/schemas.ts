import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { decodeDocument } from '../payload/charset.ts'
import { shapeCheck } from './shape-check.ts'

const root = join(import.meta.dirname, '../../../..')
/** The published schemas and samples; not part of the product. */
export const published = join(process.env.YUMING_SHARED_DATA ?? join(root, '../shared/data'), 'miit-v3')
export const havePublished = existsSync(published)
if (!havePublished)
  console.warn(`SKIPPED: no filing schemas at ${published}; documents are checked against our outlines of them only`)

export const schemaNames = [
  'upload',
  'download',
  'upload-result',
  'download-result',
  'downloadack-result',
  'querypreviousupload-result',
  'querybeianstatus-result',
] as const
export type SchemaName = (typeof schemaNames)[number]

export const outlineFile = (name: SchemaName): string =>
  join(import.meta.dirname, '../../golden/miit-3.0/schema', `${name}.txt`)

/** The text is decoded already, so what it says of its encoding is not true any more. */
const withoutDeclaration = (text: string): string => text.replace(/^\ufeff?<\?xml[^>]*\?>\s*/, '')

export const publishedSchema = (name: SchemaName): string =>
  withoutDeclaration(iconv.decode(readFileSync(join(published, `${name}.xsd`)), 'gbk'))

/** Checks documents against our outline of a schema, and against the schema itself where it is on this machine. */
export function schemaCheck(name: SchemaName): (document: Uint8Array | string) => void {
  const outline = shapeCheck(readFileSync(outlineFile(name), 'utf8'))
  const validator = havePublished ? XsdValidator.fromDoc(XmlDocument.fromString(publishedSchema(name))) : undefined
  return (document) => {
    const text = withoutDeclaration(typeof document === 'string' ? document : decodeDocument(document))
    outline(text)
    if (!validator) return
    const parsed = XmlDocument.fromString(text)
    try {
      validator.validate(parsed)
    } finally {
      parsed.dispose()
    }
  }
}
