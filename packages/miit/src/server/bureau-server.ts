import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Server as SoapServer } from 'soap'
import { messageMeaning } from '../codes/meaning.ts'
import type { Method, ServiceName } from '../profile/wsdl-names.ts'
import { writePlainAnswer } from '../soap/answer.ts'
import { wsdlDocument } from '../soap/wsdl.ts'
import { bureauMethods } from './methods.ts'
import type { BureauServerOptions } from './options.ts'

export interface BureauServer {
  readonly port: number
  listen(port: number, host: string): Promise<void>
  close(): Promise<void>
}

interface Call {
  readonly address: string
  lost: boolean
}

/** A bureau's side of the interface: its descriptions, its six methods, and its bad days. */
export function createBureauServer(options: BureauServerOptions): BureauServer {
  const { profile, controls } = options
  // Base64 of a file of the largest size that does not shrink, and its envelope.
  const largestRequest = Math.ceil((options.limits?.xmlBytes ?? profile.limits.xmlBytes) * 1.4) + (1 << 20)
  const methods = bureauMethods(options)
  const offered = options.services ?? (Object.keys(profile.wsdl.paths) as ServiceName[])
  const soap = new Map<ServiceName, Promise<SoapServer>>()
  const server: Server = createServer((request, response) => {
    void answer(request, response).catch(() => respond(response, 500, ''))
  })
  server.requestTimeout = 600_000

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://bureau.invalid')
    const service = offered.find((name) => profile.wsdl.paths[name] === url.pathname.replace(/\/$/, ''))
    if (!service) return respond(response, 404, '')
    if (request.method === 'GET') {
      const location = `http://${request.headers.host ?? 'localhost'}${profile.wsdl.paths[service]}`
      return respond(response, 200, wsdlDocument(profile.wsdl, service, location))
    }
    if (request.method !== 'POST') return respond(response, 405, '')
    const body = await bodyOf(request, largestRequest)
    if (body === undefined) return respond(response, 413, '')
    // No entity of a caller ever expands, and no file of this machine is ever named.
    if (/<!DOCTYPE/i.test(body)) return respond(response, 400, '')
    const socketAddress = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    const call: Call = {
      address: options.addressOf?.(socketAddress, request.headers) ?? socketAddress,
      lost: false,
    }
    const done = await (await soapServer(service)).processRequest(body, {
      method: 'POST',
      url: profile.wsdl.paths[service],
      headers: { ...request.headers },
      connection: call,
    })
    if (controls.delayMs) await new Promise((resolve) => setTimeout(resolve, controls.delayMs))
    if (call.lost) request.socket.destroy()
    else respond(response, done.statusCode, done.body)
  }

  function soapServer(service: ServiceName): Promise<SoapServer> {
    const open = soap.get(service)
    if (open) return open
    const opening = opened(service)
    soap.set(service, opening)
    return opening
  }

  async function opened(service: ServiceName): Promise<SoapServer> {
    const { createServerless } = await import('soap')
    const description = wsdlDocument(profile.wsdl, service, `http://localhost${profile.wsdl.paths[service]}`)
    return new Promise((resolve, reject) => {
      createServerless({
        path: profile.wsdl.paths[service],
        services: { [service]: { [`${service}Port`]: port(service) } },
        xml: description,
        suppressStack: true,
        preserveWhitespace: true,
        // It takes a moment until it has read its own description.
        callback: (error, server) => (error ? reject(error) : resolve(server)),
      }).catch(reject)
    })
  }

  type Operation = (
    args: unknown,
    callback: unknown,
    headers: unknown,
    request: { connection: Call },
  ) => Promise<object>

  function port(service: ServiceName): Record<string, Operation> {
    const names = Object.entries(profile.wsdl.methods) as [Method, (typeof profile.wsdl.methods)[Method]][]
    return Object.fromEntries(
      names
        .filter(([, method]) => method.service === service)
        .map(([key, { name, parameters }]): [string, Operation] => [
          name,
          async (args, _callback, _headers, { connection }) => {
            const instead = controls.answerInstead?.(name)
            const text =
              instead === undefined
                ? await methods[key](byName(args, parameters), connection.address)
                : writePlainAnswer(profile.version, {
                    code: instead,
                    message: messageMeaning(profile.codes, instead).zh,
                  })
            connection.lost = controls.loseAnswer?.(name) ?? false
            return { [profile.wsdl.resultPart]: text }
          },
        ]),
    )
  }

  return {
    get port() {
      return (server.address() as AddressInfo).port
    },
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          resolve()
        })
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function byName(args: unknown, parameters: readonly (readonly [string, string])[]): Record<string, string> {
  const given = (args ?? {}) as Record<string, unknown>
  return Object.fromEntries(parameters.map(([name]) => [name, scalarText(given[name])]))
}

const scalarText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

async function bodyOf(request: IncomingMessage, largest: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > largest) return undefined
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function respond(response: ServerResponse, status: number, body: string): void {
  if (response.headersSent || response.destroyed) return
  response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8', connection: 'close' })
  response.end(body)
}
