import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { EppCommand } from './command.ts'
import { readClientDocument, readCommand, writeCommand, writeHello } from './frame/command-frame.ts'
import { readResponse, writeResponse } from './frame/response.ts'
import { resultMessage } from './frame/result-codes.ts'
import { namespaces } from './namespaces.ts'
import { greetingElement, greetingOf } from './session/greeting.ts'
import { goldenExtensions, goldenValues } from './testing/golden-extensions.ts'
import { goldenNv } from './testing/golden-nv.ts'
import { goldenObjects } from './testing/golden-objects.ts'
import { goldenVerification } from './testing/golden-verification.ts'
import { schemaCheck } from './testing/schemas.ts'
import { child, elementsOf, type XmlElement } from './xml/element.ts'
import { parseXml } from './xml/parse.ts'
import { XmlRejected } from './xml/rejected.ts'
import { writeXml } from './xml/write.ts'

const golden = join(import.meta.dirname, '../golden')
const validate = schemaCheck()
const clTRID = 'YUMING-20261123-1'
const svTRID = 'REGISTRY-54321'

/** A line per element, for people; white space between elements means nothing to a reader. */
const lines = (xml: string): string => `${xml.replaceAll('><', '>\n<')}\n`
const load = (file: string): string => readFileSync(join(golden, file), 'utf8')

function expectSaid(sent: readonly XmlElement[] = [], received: readonly XmlElement[]): void {
  expect(received).toHaveLength(sent.length)
  for (const element of sent) {
    const said = goldenValues.get(element)
    expect(said?.from(received)).toEqual(said?.value)
  }
}

describe.each([...goldenObjects, ...goldenExtensions, ...goldenVerification, ...goldenNv])('$file', (pair) => {
  it('writes the golden request, which the schemas accept', async () => {
    const xml = writeCommand(pair.command, pair.request, { clTRID, extensions: pair.requestExtensions ?? [] })
    await expect(lines(xml)).toMatchFileSnapshot(join(golden, `${pair.file}.request.xml`))
    validate?.(xml)
  })

  it('writes the golden response, which the schemas accept', async () => {
    const { code, queue, data, command, responseExtensions = [] } = pair
    const element = data === undefined ? undefined : command.response?.write(data)
    const xml = writeResponse(
      { code, ...(queue ? { queue } : {}), ...(element ? { data: element } : {}), extensions: responseExtensions },
      { clTRID, svTRID },
      resultMessage,
    )
    await expect(lines(xml)).toMatchFileSnapshot(join(golden, `${pair.file}.response.xml`))
    validate?.(xml)
  })

  it('reads both back to the same values', () => {
    const found = readClientDocument(parseXml(load(`${pair.file}.request.xml`)))
    const frame = found.kind === 'command' ? readCommand(found) : undefined
    expect(frame?.command).toBe(pair.command)
    expect(frame?.clTRID).toBe(clTRID)
    expect(frame?.request).toEqual(pair.request)
    expectSaid(pair.requestExtensions, frame?.extensions ?? [])

    const raw = load(`${pair.file}.response.xml`)
    const response = readResponse(parseXml(raw), raw, pair.command as EppCommand<never, unknown>)
    expect(response).toMatchObject({ code: pair.code, message: resultMessage(pair.code), clTRID, svTRID })
    expect(response.queue).toEqual(pair.queue)
    expect(response.data).toEqual(pair.data)
    expectSaid(pair.responseExtensions, response.extensions)
  })
})

describe('session', () => {
  const greeting = {
    svID: 'Example EPP server',
    svDate: '2026-11-23T08:00:00.0Z',
    versions: ['1.0'],
    langs: ['en'],
    objURIs: [namespaces.domain, namespaces.contact, namespaces.host],
    extURIs: [namespaces.secDNS, namespaces.secureAuthInfo, namespaces.unhandledNamespaces],
  }

  it('greets after a hello, as the schemas want it', async () => {
    const hello = writeHello()
    const welcome = writeXml(elementsOf(namespaces.epp)('epp', [greetingElement(greeting)]))
    await expect(lines(hello)).toMatchFileSnapshot(join(golden, 'session/hello.request.xml'))
    await expect(lines(welcome)).toMatchFileSnapshot(join(golden, 'session/hello.response.xml'))
    validate?.(hello)
    validate?.(welcome)
    expect(readClientDocument(parseXml(load('session/hello.request.xml')))).toEqual({ kind: 'hello' })
    const read = child(parseXml(load('session/hello.response.xml')), namespaces.epp, 'greeting')
    expect(read && greetingOf(read)).toEqual(greeting)
  })

  it.each([
    ['no authInfo', ''],
    ['null for an authInfo', '<domain:authInfo>\n<domain:null/>\n</domain:authInfo>\n'],
  ])('knows no create with %s (RFC 5731 §4, createType)', (_, instead) => {
    const wrong = load('domain/create.request.xml').replace(/<domain:authInfo>[\s\S]*<\/domain:authInfo>\n/, instead)
    const found = readClientDocument(parseXml(wrong))
    expect(() => found.kind === 'command' && readCommand(found)).toThrow(XmlRejected)
    if (validate) expect(() => validate(wrong)).toThrow()
  })

  it.skipIf(!validate)('is checked by schemas that do refuse a wrong frame', () => {
    const wrong = load('domain/create.request.xml').replace('unit="y"', 'unit="z"')
    expect(() => validate?.(wrong)).toThrow()
    expect(() => validate?.(load('cnnic-contact/create.request.xml').replace('"SFZ"', '"XXX"'))).toThrow()
    expect(() => validate?.(load('verification-code/info.response.xml').replace('due=', 'until='))).toThrow()
  })
})
