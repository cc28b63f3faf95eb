import { type CommandFrame, type ResponseInput, XmlRejected } from '@yuming/epp'
import { objectUris } from '../object-uris.ts'
import type { Office } from '../office.ts'
import { Refused } from '../refused.ts'
import { contactHandlers } from './contact-handlers.ts'
import type { Handler } from './dispatch.ts'
import { domainHandlers } from './domain-handlers.ts'
import { readExtensions } from './extensions.ts'
import { hostHandlers } from './host-handlers.ts'
import { answerNamestore, requireSubProduct } from './namestore.ts'
import { pollHandlers } from './poll-handler.ts'

const handlers: ReadonlyMap<unknown, Handler> = new Map(
  [...domainHandlers, ...contactHandlers, ...hostHandlers, ...pollHandlers].map((handler) => [
    handler.command,
    handler,
  ]),
)

/** Answers one command of a signed-in registrar; everything it changes is kept, or nothing of it. */
export async function answerCommand(
  frame: CommandFrame,
  clientId: string,
  office: Office,
  run: <T>(work: () => T) => Promise<T>,
): Promise<ResponseInput> {
  try {
    const { command } = frame
    const handler = handlers.get(command)
    if (!handler) throw new Refused(2101, 'The command is not implemented')
    const { profile } = office
    if (command.object && !objectUris(profile).includes(command.object))
      throw new Refused(2307, 'The object is not served here')
    const unknown = frame.extensions.find((extension) => !profile.extensions.includes(extension.ns))
    if (unknown) throw new Refused(2103, `The extension ${unknown.ns} is not served here`)
    const extensions = readExtensions(frame)
    if (profile.namestore && command.object) requireSubProduct(profile, frame, extensions.subProduct)
    const answer = await run(() => handler.run(frame.request, { office, clientId, extensions, clTRID: frame.clTRID }))
    return profile.namestore && extensions.subProduct ? answerNamestore(answer, extensions.subProduct) : answer
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, reasons: [{ reason: error.message }] }
    if (error instanceof XmlRejected)
      return { code: error.because === 'value' ? 2005 : 2001, reasons: [{ reason: error.message }] }
    throw error
  }
}
