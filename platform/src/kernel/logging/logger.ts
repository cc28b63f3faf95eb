import { type DestinationStream, type LogFn, type Logger, pino } from 'pino'
import { errorText, loggable } from './loggable.ts'
import { redactLine } from './redact.ts'

/**
 * A logger that writes JSON lines. Every line passes `redactLine` last, so that no personal data and no secret leaves,
 * whichever way it came in: as a member at any depth, in a text, in an error's cause, in a child's bindings.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    formatters: { log: plain },
    serializers: { err: (value: unknown) => loggable(value), req: requestForLog, res: responseForLog },
    hooks: { logMethod: withMessage, streamWrite: redactLine },
  }
  return destination ? pino(options, destination) : pino(options, pino.destination({ fd: 2, sync: false }))
}

// Requests and answers are no plain data: their own functions know what may be told.
function plain(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, member]) => [
      name,
      name === 'req' || name === 'res' ? member : loggable(member),
    ]),
  )
}

function requestForLog({ method, url, id }: { method: string; url?: string; id: string }): object {
  return { method, path: url?.split('?')[0], id }
}

function responseForLog({ statusCode }: { statusCode?: number }): object {
  return { statusCode }
}

// An error that is logged without words would be told by its own, which may quote values of the database.
function withMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, message] = args as unknown[]
  const error = first instanceof Error ? first : (first as { err?: unknown } | null | undefined)?.err
  if (message === undefined && error instanceof Error)
    method.call(
      this,
      first instanceof Error ? { err: error } : (first as object),
      errorText(error).replaceAll('%', '%%'),
    )
  else method.apply(this, args)
}
