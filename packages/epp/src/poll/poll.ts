import type { EppCommand } from '../command.ts'
import { namespaces } from '../namespaces.ts'
import { elementsOf, type XmlElement } from '../xml/element.ts'
import { attribute, oneOf } from '../xml/read.ts'

/** RFC 5730 §2.9.2.3: `req` reads the oldest message without removing it, `ack` removes the one named. */
export type Poll = { readonly op: 'req' } | { readonly op: 'ack'; readonly msgID: string }

const epp = elementsOf(namespaces.epp)

/**
 * A poll changes nothing but the queue: `ack` of a message that is gone answers 2303, so it may be repeated.
 * The data of a message is any object's; it stays a tree.
 */
export const poll: EppCommand<Poll, XmlElement> = {
  verb: 'poll',
  kind: 'query',
  request: {
    write: (value) => epp('poll', '', { op: value.op, msgID: value.op === 'ack' ? value.msgID : undefined }),
    read(element) {
      const op = oneOf(attribute(element, 'op'), ['req', 'ack'])
      return op === 'req' ? { op } : { op, msgID: attribute(element, 'msgID') }
    },
  },
  response: { write: (value) => value, read: (element) => element },
}
