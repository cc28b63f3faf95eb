import { parseArgs } from 'node:util'
import { startSandbox } from './world/start-sandbox.ts'

/** `--data DIR [--port N] [--smtp-port N] [--epp-ports N[,N,N,N]] [--with-parent]`; a port 0 takes any free one. */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '8090' },
    'smtp-port': { type: 'string' },
    'epp-ports': { type: 'string' },
    'with-parent': { type: 'boolean', default: false },
  },
})
if (!values.data) {
  console.error('请用 --data 指定数据目录 · --data DIR is required')
  process.exit(2)
}
const port = portOf(values.port)
// With `--port 0` the rest takes free ports too: two sandboxes may then run side by side.
const smtpPort = values['smtp-port'] === undefined ? (port === 0 ? 0 : 2525) : portOf(values['smtp-port'])
const sandbox = await startSandbox({ data: values.data, port, smtpPort, eppPorts: eppPorts(values['epp-ports'], port) })

let closing = false
async function leave(): Promise<void> {
  if (closing) return
  closing = true
  setTimeout(() => process.exit(1), 5_000).unref()
  await sandbox.close()
  process.exit(0)
}
process.on('SIGTERM', () => void leave())
process.on('SIGINT', () => void leave())
if (values['with-parent']) {
  process.stdin.on('end', () => void leave())
  process.stdin.on('error', () => void leave())
  process.stdin.resume()
}
const { world } = sandbox
console.log(
  JSON.stringify({
    ready: true,
    http: world.http.origin,
    smtp: world.mail.port,
    epp: Object.fromEntries(world.registries.map((registry) => [registry.id, registry.port])),
    world: `${values.data}/world.json`,
  }),
)

function portOf(value: string): number {
  const number = Number(value)
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number
  console.error(`不是端口 · not a port: ${value}`)
  process.exit(2)
}

function eppPorts(value: string | undefined, httpPort: number): number[] {
  if (value === undefined) return httpPort === 0 ? [0, 0, 0, 0] : [7001, 7002, 7003, 7004]
  const ports = value.split(',').map(portOf)
  return ports.length === 1 && ports[0] === 0 ? [0, 0, 0, 0] : ports
}
