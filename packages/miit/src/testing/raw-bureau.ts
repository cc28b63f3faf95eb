import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { wsdlDocument } from '../soap/wsdl.ts'

export interface RawBureau {
  readonly baseUrl: string
  readonly requests: string[]
  close(): Promise<void>
}

type Respond = (response: ServerResponse, body: string, request: IncomingMessage) => void

/** Answers to GET and POST that no honest bureau would give. */
export async function rawBureau(parts: {
  readonly describe?: (response: ServerResponse, location: string, request: IncomingMessage) => void
  readonly answer?: Respond
}): Promise<RawBureau> {
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    const location = `http://${request.headers.host}${miit30.wsdl.paths.transfer}`
    if (request.method === 'GET') {
      if (parts.describe) parts.describe(response, location, request)
      else response.end(wsdlDocument(miit30.wsdl, 'transfer', location))
      return
    }
    requests.push(body)
    if (parts.answer) parts.answer(response, body, request)
    else response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export const envelope = (content: string, method = 'isp_upload', ns = miit30.wsdl.namespace): string =>
  `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><n:${method}Response xmlns:n="${ns}">${content}</n:${method}Response></S:Body></S:Envelope>`
