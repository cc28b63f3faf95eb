import { exampleOf, type JsonSchema } from './example-of.ts'

interface Content {
  schema?: JsonSchema
  example?: unknown
}
interface Parameter {
  name: string
  in: string
  schema?: JsonSchema
  example?: unknown
  required?: boolean
}
interface Operation {
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, Content> }
  responses?: Record<string, { content?: Record<string, Content> }>
  security?: unknown[]
  'x-codeSamples'?: { lang: string; label: string; source: string }[]
}
export interface Described {
  paths?: Record<string, Record<string, Operation>>
}

/** Puts an example beside every parameter, body and good answer, and on every route the call as it would be typed. */
export function withExamples<D>(description: D): D {
  for (const [path, operations] of Object.entries((description as Described).paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      for (const parameter of operation.parameters ?? [])
        if (parameter.schema) parameter.example = exampleOf(parameter.schema, parameter.name)
      fill(operation.requestBody?.content)
      for (const [status, answer] of Object.entries(operation.responses ?? {}))
        if (status.startsWith('2')) fill(answer.content)
      operation['x-codeSamples'] = [{ lang: 'Shell', label: 'curl', source: curl(method, path, operation) }]
    }
  return description
}

function fill(contents: Record<string, Content> | undefined): void {
  for (const content of Object.values(contents ?? {}))
    if (content.schema) content.example = exampleOf(content.schema, 'body')
}

function curl(method: string, path: string, { parameters = [], requestBody, security }: Operation): string {
  const placed = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(String(example))), path)
  const query = parameters
    .filter((parameter) => parameter.in === 'query' && (parameter.required || parameter.name === 'q'))
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`)
    .join('&')
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const parts = [
    'curl',
    ...(method === 'get' ? [] : ['-X', method.toUpperCase()]),
    `'http://127.0.0.1:8080${placed}${query === '' ? '' : `?${query}`}'`,
    ...(security === undefined ? [] : ["-H 'authorization: Bearer ymk_…'"]),
    ...(method === 'get' ? [] : ["-H 'x-yuming: 1'"]),
    ...(type === undefined ? [] : [`-H 'content-type: ${type}'`]),
    ...(content?.example === undefined ? [] : [`-d '${JSON.stringify(content.example).replaceAll("'", "'\\''")}'`]),
  ]
  return parts.join(' ')
}
