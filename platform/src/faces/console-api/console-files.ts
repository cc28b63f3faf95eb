import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { noSuchPage } from './errors.ts'
import { sendProblem } from './problems.ts'

/** Serves the built console. Files below assets/ carry a hash in their names; every other address is the application. */
export async function serveConsole(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Error('the console is not built: its folder has no index.html')
  const assets = path.join(folder, 'assets') + path.sep
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    setHeaders(reply, file) {
      const cache = file.startsWith(assets) ? 'public, max-age=31536000, immutable' : 'no-cache'
      reply.header('cache-control', cache)
    },
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const page = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(v1|assets)(\/|$)/.test(request.url)
    return page ? reply.sendFile('index.html') : sendProblem(noSuchPage(), request, reply)
  })
}
