import type { Client, IHttpClient } from 'soap'
import type { MethodNames } from '../profile/wsdl-names.ts'
import { BureauAnswerLost, BureauNotReached } from './errors.ts'
import { harmless } from './harmless.ts'
import { type Exchanged, exchange } from './http-exchange.ts'

export interface EndpointLimits {
  readonly timeoutMs: number
  readonly largestAnswer: number
}

const largestDescription = 1 << 20

/** One service of a bureau, by its own description: what the document leaves open is read from there. */
export interface SoapEndpoint {
  /** @throws BureauNotReached, BureauAnswerLost */
  call(method: MethodNames, values: readonly (string | number)[], limits: EndpointLimits): Promise<string>
}

/**
 * Loads the description and speaks as it says. The address of the service stays ours: descriptions often name an
 * inner host. A description may be spread over several files, all of them of the same host.
 * @throws BureauNotReached
 */
export async function soapEndpoint(address: string, timeoutMs: number): Promise<SoapEndpoint> {
  // Read when the first bureau is spoken to: a platform listens sooner without.
  const { createClientAsync } = await import('soap')
  let client: Client
  try {
    client = await createClientAsync(
      `${address}?wsdl`,
      {
        disableCache: true,
        preserveWhitespace: true,
        httpClient: httpClient({ timeoutMs, largestAnswer: largestDescription }, new URL(address).host),
      },
      address,
    )
  } catch (error) {
    throw new BureauNotReached(`no description of ${address}: ${messageOf(error)}`, { cause: error })
  }
  return {
    async call(method, values, limits) {
      const names = parameterNames(client, method)
      const args = Object.fromEntries(names.map((name, index) => [name, values[index]]))
      return resultOf(await answerOf(client, method.name, args, limits), method)
    },
  }
}

/** Parameters are mapped by their place: what a bureau calls them is not in the document. */
function parameterNames(client: Client, { name, parameters }: MethodNames): readonly string[] {
  const services = Object.values(client.describe() as Record<string, Record<string, Record<string, unknown>>>)
  const found = services.flatMap((service) => Object.values(service)).find((port) => name in port)?.[name]
  const input = (found as { input?: Record<string, unknown> } | undefined)?.input
  if (!input) throw new BureauNotReached(`the description has no method ${name}`)
  const names = Object.keys(input)
    .filter((key) => key !== 'targetNSAlias' && key !== 'targetNamespace')
    .map((key) => key.replace(/\[\]$/, ''))
  if (names.length !== parameters.length)
    throw new BureauNotReached(`${name} has ${names.length} parameters in the description, not ${parameters.length}`)
  return names
}

type Call = (args: object, callback: (error: unknown, result: unknown) => void, options: EndpointLimits) => void

function answerOf(client: Client, name: string, args: object, limits: EndpointLimits): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = (client as unknown as Record<string, Call>)[name]
    if (!call) return reject(new BureauNotReached(`the description has no method ${name}`))
    const answered = (error: unknown, result: unknown) => {
      if (!error) resolve(result)
      else if (error instanceof BureauNotReached || error instanceof BureauAnswerLost) reject(error)
      else reject(new BureauAnswerLost(`${name}: ${messageOf(error)}`, { cause: error }))
    }
    call.call(client, args, answered, limits)
  })
}

/** The text of the only part of the answer, however the style of the binding wraps it. */
function resultOf(result: unknown, { name }: MethodNames): string {
  const text = textIn(result)
  if (text === undefined) throw new BureauAnswerLost(`${name}: the answer holds no text`)
  return text
}

function textIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || depth > 3) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const found = key === 'attributes' ? undefined : textIn(inner, depth + 1)
    if (found !== undefined) return found
  }
  return undefined
}

/** The transport below the library: bounded, on one host, and without what an XML answer must not have. */
function httpClient(description: EndpointLimits, host: string): IHttpClient {
  const request = async (url: string, body: unknown, headers: object, options: object): Promise<Exchanged> => {
    if (new URL(url).host !== host) throw new BureauNotReached(`the description points to another host: ${url}`)
    const { timeoutMs, largestAnswer } = { ...description, ...options }
    const got = await exchange({
      url,
      body: body === null ? undefined : String(body),
      headers: headers as Record<string, string>,
      timeoutMs,
      largestAnswer,
    })
    return { ...got, body: harmless(got.body) }
  }
  return {
    request(url, data, callback, headers, options) {
      const exchanged = request(url, data ?? null, headers ?? {}, options ?? {})
      exchanged.then(
        (got) =>
          callback(
            null,
            { status: got.status, statusCode: got.status, headers: got.headers, data: got.body },
            got.body,
          ),
        (error) => callback(error),
      )
      return exchanged as unknown as ReturnType<IHttpClient['request']>
    },
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message.slice(0, 300)
  const fault = (error as { Fault?: { faultstring?: unknown } } | null)?.Fault
  return String(fault?.faultstring ?? error).slice(0, 300)
}
