import type { EppCommand } from '../command.ts'
import { commandFor } from '../commands.ts'
import { namespaces } from '../namespaces.ts'
import { child, elementsOf, type XmlElement } from '../xml/element.ts'
import { textOf } from '../xml/read.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { writeXml } from '../xml/write.ts'

const ns = namespaces.epp
const epp = elementsOf(ns)

/** One command as a server sees it. */
export interface CommandFrame {
  readonly command: EppCommand<unknown, unknown>
  readonly request: unknown
  readonly extensions: readonly XmlElement[]
  readonly clTRID?: string
}

export function writeCommand<Req>(
  command: EppCommand<Req, unknown>,
  request: Req,
  options: { clTRID: string; extensions?: readonly XmlElement[] },
): string {
  const { extensions = [] } = options
  return writeXml(
    epp('epp', [
      epp('command', [
        command.request.write(request),
        extensions.length > 0 ? epp('extension', extensions) : undefined,
        epp('clTRID', options.clTRID),
      ]),
    ]),
  )
}

export function writeHello(): string {
  return writeXml(epp('epp', [epp('hello')]))
}

export type ClientDocument =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'command'
      readonly verb: string
      readonly object: string | undefined
      readonly clTRID: string | undefined
      readonly element: XmlElement
    }

/** The kind of a client's document, before its content is trusted. @throws XmlRejected */
export function readClientDocument(document: XmlElement): ClientDocument {
  if (document.ns !== ns || document.name !== 'epp') throw new XmlRejected('missing', 'the document is not EPP')
  if (child(document, ns, 'hello')) return { kind: 'hello' }
  const command = child(document, ns, 'command')
  const verb = command?.children[0]
  if (!command || !verb || verb.ns !== ns) throw new XmlRejected('missing', 'neither hello nor command')
  return {
    kind: 'command',
    verb: verb.name,
    object: verb.children.find((inner) => inner.ns !== ns)?.ns,
    clTRID: textOf(command, ns, 'clTRID'),
    element: command,
  }
}

/** The typed command; undefined when the verb and object are none that we know. @throws XmlRejected */
export function readCommand(found: Extract<ClientDocument, { kind: 'command' }>): CommandFrame | undefined {
  const command = commandFor(found.verb, found.object)
  const verb = found.element.children[0]
  if (!command || !verb) return undefined
  return {
    command,
    request: command.request.read(verb),
    extensions: child(found.element, ns, 'extension')?.children ?? [],
    ...(found.clTRID === undefined ? {} : { clTRID: found.clTRID }),
  }
}
