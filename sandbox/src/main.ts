import { parseArgs } from 'node:util'
import { startSandbox } from './world/start-sandbox.ts'

/** `--data DIR [--port N] [--smtp-port N] [--epp-port N] [--with-parent]`; a port 0 takes any free one. */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '8090' },
    'smtp-port': { type: 'string' },
    'epp-port': { type: 'string' },
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
const registryPorts = eppPorts(values['epp-port'], port)
const lastPort = registryPorts.at(-1) ?? 0
const sandbox = await startSandbox({
  data: values.data,
  port,
  smtpPort,
  eppPorts: registryPorts,
  verificationPort: lastPort === 0 ? 0 : lastPort + 1,
  bureauPort: lastPort === 0 ? 0 : lastPort + 2,
  // After the 32 of the ministry and the bureaus.
  dnsPort: lastPort === 0 ? 0 : lastPort + 34,
  proxyPort: lastPort === 0 ? 0 : lastPort + 35,
})

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

/** The first of four ports in a row; 7001 unless the HTTP port is any free one too. */
function eppPorts(value: string | undefined, httpPort: number): number[] {
  const first = value === undefined ? (httpPort === 0 ? 0 : 7001) : portOf(value)
  return [0, 1, 2, 3].map((step) => (first === 0 ? 0 : first + step))
}
