import {
  type CommandFrame,
  type EppCommand,
  type NvCreated,
  type NvPending,
  nvCheck,
  nvCreate,
  nvInfo,
  nvPending,
  nvUpdate,
  poll,
  type ResponseInput,
} from '@yuming/epp'
import { Refused } from '../registries/refused.ts'
import type { Scripts } from './scripts.ts'
import { typeOf, type Verification, type Verifications } from './verifications.ts'

export interface Desk {
  readonly verifications: Verifications
  readonly scripts: Scripts
}

interface Handler {
  readonly command: unknown
  run(request: unknown, clientId: string, desk: Desk): ResponseInput
}

function on<Req, Res>(
  command: EppCommand<Req, Res>,
  act: (
    request: Req,
    clientId: string,
    desk: Desk,
  ) => Omit<ResponseInput, 'data' | 'code'> & { code?: number; data?: Res },
): Handler {
  return {
    command,
    run(request, clientId, desk) {
      // The request was read by this very command's codec.
      const { code = 1000, data, ...rest } = act(request as Req, clientId, desk)
      const element = data === undefined ? undefined : command.response?.write(data)
      return { code, ...rest, ...(element ? { data: element } : {}) }
    },
  }
}

const handlers: ReadonlyMap<unknown, Handler> = new Map(
  [
    on(nvCheck, ({ labels }, _client, { scripts }) => ({
      data: {
        results: labels.map((label) => {
          const script = scripts.find('dnv', label)
          const refused = script?.decision === 'refuse'
          return {
            label,
            available: !refused,
            restricted: script?.decision === 'restricted',
            ...(refused ? { reason: script.message ?? 'In prohibited lists.' } : {}),
          }
        }),
      },
    })),

    on(nvCreate, ({ input, pw }, clientId, { verifications, scripts }) => {
      const script = scripts.find(input.kind, input.name)
      if (script?.decision === 'refuse') return failed(script.message ?? 'The object is not correct.')
      if (script?.decision === 'restricted' && input.kind === 'dnv' && !holderPassed(verifications, input.rnvCode))
        return failed('The label is restricted: a code of its holder is required.')
      return created(verifications.add(clientId, input, pw, script))
    }),

    on(nvInfo, ({ type = 'signedCode', code, pw }, clientId, { verifications }) => {
      const found = requireOwn(verifications, code, clientId, pw)
      const authInfo = found.clientId === clientId ? { pw: found.password } : {}
      if (type === 'input') return { data: { kind: 'input' as const, input: found.input, ...authInfo } }
      if (found.signed === undefined) throw new Refused(2304, `The verification is ${found.state}`)
      return {
        data: {
          kind: 'signedCode' as const,
          code,
          type: typeOf(found.kind),
          encodedSignedCode: found.signed,
          ...authInfo,
        },
      }
    }),

    on(nvUpdate, ({ code, pw }, clientId, { verifications }) => {
      const found = requireOwn(verifications, code, clientId, undefined)
      verifications.setPassword(found.code, pw)
      return {}
    }),

    on(poll, (request, clientId, { verifications }) => {
      if (request.op === 'ack') {
        if (!verifications.removeMessage(clientId, request.msgID)) throw new Refused(2303, 'There is no such message')
        const next = verifications.firstMessage(clientId)
        return { queue: { count: verifications.countMessages(clientId), id: String(next?.id ?? request.msgID) } }
      }
      const message = verifications.firstMessage(clientId)
      if (!message) return { code: 1300 }
      const { id, at, body } = message
      const count = verifications.countMessages(clientId)
      return {
        code: 1301,
        queue: { count, id: String(id), date: at, message: 'Verification ended.' },
        data: nvPending.write(JSON.parse(body) as NvPending),
      }
    }),
  ].map((handler) => [handler.command, handler]),
)

/** Answers one command of a signed-in registrar. */
export function answerVerification(frame: CommandFrame, clientId: string, desk: Desk): ResponseInput {
  try {
    const handler = handlers.get(frame.command)
    if (!handler) throw new Refused(2101, 'The command is not implemented')
    return handler.run(frame.request, clientId, desk)
  } catch (error) {
    if (error instanceof Refused) return { code: error.code, reasons: [{ reason: error.message }] }
    throw error
  }
}

function created(one: Verification): { code: number; data: NvCreated } {
  const base = { code: one.code, type: typeOf(one.kind), crDate: one.crDate }
  return one.signed === undefined
    ? { code: 1001, data: { result: 'pending', ...base } }
    : { code: 1000, data: { result: 'success', ...base, encodedSignedCode: one.signed } }
}

function failed(message: string): { code: number; data: NvCreated } {
  return { code: 2004, data: { result: 'failed', message } }
}

function holderPassed(verifications: Verifications, code: string | undefined): boolean {
  const holder = code === undefined ? undefined : verifications.find(code)
  return holder?.kind === 'rnv' && holder.state === 'passed'
}

/** @throws Refused 2303, 2201, 2202 */
function requireOwn(
  verifications: Verifications,
  code: string,
  clientId: string,
  password: string | undefined,
): Verification {
  const found = verifications.find(code)
  if (!found) throw new Refused(2303, 'There is no such verification')
  if (found.clientId === clientId) return found
  if (password === undefined) throw new Refused(2201, 'Another registrar created the verification')
  if (password !== found.password) throw new Refused(2202, 'The authorisation information is wrong')
  return found
}
