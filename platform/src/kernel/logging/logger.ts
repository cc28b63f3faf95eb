import { type DestinationStream, type Logger, pino } from 'pino'

// Whatever an object that is logged is called by, these members never reach the log.
const personal = [
  'password',
  'pw',
  'token',
  'secret',
  'authorization',
  'cookie',
  'email',
  'phone',
  'certificate',
  'to',
  'text',
  'body',
  'street',
]

/** A logger that writes JSON lines and leaves personal data and secrets out, at the top and two levels down. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: personal.flatMap((member) => [member, `*.${member}`, `*.*.${member}`]), censor: '[left out]' },
    serializers: {
      err: errorForLog,
      req: ({ method, url, id }: { method: string; url: string; id: string }) => ({
        method,
        path: url.split('?')[0],
        id,
      }),
    },
  }
  return destination ? pino(options, destination) : pino(options, pino.destination({ fd: 2, sync: false }))
}

// Messages of database errors quote values ("Key (email)=(…) already exists"); only what cannot is logged.
function errorForLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code } = error as { code?: unknown }
  const fromDatabase = 'severity' in error
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    ...(fromDatabase ? {} : { message: error.message }),
    frames,
    ...(error.cause ? { cause: errorForLog(error.cause) } : {}),
  }
}
