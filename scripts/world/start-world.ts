import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { type ReadyProcess, startProcess } from './child-process.ts'
import { type SandboxWorld, writeConfiguration } from './platform-configuration.ts'

/** The platform and everything outside it, each a process of its own. */
export interface World {
  readonly folder: string
  readonly origin: string
  readonly sandboxOrigin: string
  readonly sandboxWorld: SandboxWorld
  readonly sandbox: ReadyProcess
  platform: ReadyProcess
  /** Starts the platform again on the same data, e.g. after a kill. */
  restartPlatform(env?: Record<string, string>): Promise<void>
  stop(): Promise<void>
}

export interface WorldOptions {
  /** Everything that is kept lives below. */
  readonly folder: string
  readonly host?: string
  /** 0 takes any free port. */
  readonly port?: number
  readonly sandboxPort?: number
  readonly env?: Record<string, string>
  readonly sandboxEnv?: Record<string, string>
  readonly configuration?: Record<string, unknown>
  /** More of the configuration's `web`, e.g. a higher `limitFactor` for load. */
  readonly web?: Record<string, unknown>
  readonly say?: (text: string) => void
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const say = options.say ?? (() => {})
  const host = options.host ?? '127.0.0.1'
  const folder = path.resolve(options.folder)
  // Root's database server runs as nobody, who must be able to pass through; every file inside is private.
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)

  say('starting the sandbox: four registries, a payment channel, a mailbox, a phone …')
  const sandbox = await startSandbox(folder, options)
  const sandboxWorld = JSON.parse(readFileSync(path.join(folder, 'sandbox', 'world.json'), 'utf8')) as SandboxWorld

  const port = await portNear(options.port ?? 0, host, options.say)
  const configuration = writeConfiguration(
    path.join(folder, 'platform'),
    sandboxWorld,
    { host, port, more: options.web ?? {} },
    options.configuration,
  )
  const start = (env: Record<string, string> = {}) =>
    startProcess('platform/src/main.ts', [], {
      // The youngest objects' space would grow to three times this at the first burst, and keep it.
      // As the README tells operators: what a large list leaves behind is collected before it has filled the machine.
      execArgv: ['--max-semi-space-size=16', '--max-old-space-size=768'],
      name: 'the platform',
      env: { YUMING_CONFIG: configuration, ...options.env, ...env },
      logFile: path.join(folder, 'platform.log'),
    })
  say('starting the platform and its database …')
  const world: World = {
    folder,
    origin: `http://${host}:${port}`,
    sandboxOrigin: sandboxWorld.http.origin,
    sandboxWorld,
    sandbox,
    platform: await start().catch(async (error: unknown) => {
      await sandbox.stop()
      throw error
    }),
    async restartPlatform(env) {
      await world.platform.kill()
      world.platform = await start(env)
    },
    async stop() {
      await world.platform.stop()
      await sandbox.stop()
    },
  }
  return world
}

// Only people type the sandbox's web address; every other port is told to the platform anew at each start.
async function startSandbox(folder: string, options: WorldOptions): Promise<ReadyProcess> {
  const port = await portNear(options.sandboxPort ?? 0, '127.0.0.1', options.say)
  return startProcess(
    'sandbox/src/main.ts',
    ['--data', path.join(folder, 'sandbox'), '--port', String(port), '--epp-port', '0', '--smtp-port', '0'],
    { name: 'the sandbox', env: options.sandboxEnv ?? {}, logFile: path.join(folder, 'sandbox.log') },
  )
}

/** The wanted port, or a free one when something else listens there; 0 takes any. */
async function portNear(wanted: number, host: string, say: (text: string) => void = () => {}): Promise<number> {
  const port = await freePort(wanted, host).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    return freePort(0, host)
  })
  if (wanted !== 0 && port !== wanted) say(`port ${wanted} is taken by something else; using ${port}.`)
  return port
}

function freePort(wanted: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(wanted, host, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
