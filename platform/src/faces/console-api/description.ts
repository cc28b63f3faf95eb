import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { withExamples } from './examples/with-examples.ts'

/** The description of the API, made of the routes themselves (OpenAPI 3.1). */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Yuming', version, description: 'Register and manage domain names. Amounts are integer fen.' },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'yuming.session_token' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
  let text: string | undefined
  app.get(
    '/v1/openapi.json',
    { schema: { hide: true }, config: { rateLimit: { max: 60, timeWindow: 60_000 } } },
    (_request, reply) => {
      // The routes do not change while the process runs.
      text ??= JSON.stringify(withExamples(app.swagger()))
      return reply.type('application/json; charset=utf-8').serializer(String).send(text)
    },
  )
}
