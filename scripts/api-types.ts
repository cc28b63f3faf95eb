import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { describeApi } from './api-types/describe-api.ts'
import { namedSchemas } from './api-types/named-schemas.ts'
import { namedShapes } from './api-types/named-shapes.ts'

/** `npm run api-types`: the console's types of what the API answers, made of the routes' own schemas. `--check` writes nothing. */
const file = path.join(import.meta.dirname, '../console/src/api/schema.ts')

const schemas = namedSchemas(await describeApi(), namedShapes)
const made = await openapiTS(
  JSON.stringify({ openapi: '3.1.0', info: { title: 'Yuming', version: '' }, paths: {}, components: { schemas } }),
  {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  },
)
const text = `// Made of the routes of the platform by \`npm run api-types\`; not to be edited.\n${astToString(made)}`

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error('console/src/api/schema.ts is not what the routes answer any more: run `npm run api-types`.')
  process.exitCode = 1
}
