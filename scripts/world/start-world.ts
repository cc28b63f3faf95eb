import { chmodSync, mkdirSync, readFileSync } from 'node:fs'
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
  readonly freePorts?: boolean
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

  const port = options.port === 0 || options.port === undefined ? await freePort(host) : options.port
  const configuration = writeConfiguration(
    path.join(folder, 'platform'),
    sandboxWorld,
    { host, port, more: options.web ?? {} },
    options.configuration,
  )
  const start = (env: Record<string, string> = {}) =>
    startProcess('platform/src/main.ts', [], {
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

function startSandbox(folder: string, options: WorldOptions): Promise<ReadyProcess> {
  const ports = options.freePorts
    ? ['--port', '0', '--epp-port', '0', '--smtp-port', '0']
    : options.sandboxPort === undefined
      ? []
      : ['--port', String(options.sandboxPort)]
  return startProcess('sandbox/src/main.ts', ['--data', path.join(folder, 'sandbox'), ...ports], {
    name: 'the sandbox',
    env: options.sandboxEnv ?? {},
    logFile: path.join(folder, 'sandbox.log'),
  })
}

async function freePort(host: string): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, host, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
