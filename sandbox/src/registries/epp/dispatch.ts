import type { EppCommand, ResponseInput, XmlElement } from '@yuming/epp'
import type { Office } from '../office.ts'
import type { CommandExtensions } from './extensions.ts'

/** One command on its way through the registry. */
export interface Call {
  readonly office: Office
  readonly clientId: string
  readonly clTRID?: string | undefined
  /** What the command's extensions say. */
  readonly extensions: CommandExtensions
}

/** An answer before it becomes XML; `code` 1000 unless given. */
export interface Answer<Res> extends Omit<ResponseInput, 'data' | 'code'> {
  readonly code?: number
  readonly data?: Res
}

export interface Handler {
  readonly command: EppCommand<never, unknown>
  run(request: unknown, call: Call): ResponseInput
}

/** Ties a command to what the registry does; both sides of the type come from the command's codecs. */
export function on<Req, Res>(command: EppCommand<Req, Res>, act: (request: Req, call: Call) => Answer<Res>): Handler {
  return {
    command: command as EppCommand<never, unknown>,
    run(request, call) {
      // The request was read by this very command's codec.
      const { code = 1000, data, ...rest } = act(request as Req, call)
      const element: XmlElement | undefined = data === undefined ? undefined : command.response?.write(data)
      return { code, ...rest, ...(element ? { data: element } : {}) }
    },
  }
}
