// Makes golden/miit-3.0/schema from the published schemas, which are not part of the product.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { outlineFile, publishedSchema, schemaNames } from '../src/testing/schemas.ts'
import { shapeOf } from '../src/testing/shape-of-schema.ts'

for (const name of schemaNames) {
  mkdirSync(path.dirname(outlineFile(name)), { recursive: true })
  writeFileSync(outlineFile(name), shapeOf(publishedSchema(name)))
}
