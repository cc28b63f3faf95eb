import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
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

/** A later start finds its modules compiled. */
const compiled = { NODE_COMPILE_CACHE: path.resolve('.yuming/compiled') }

export async function startWorld(options: WorldOptions): Promise<World> {
  const say = options.say ?? (() => {})
  const host = options.host ?? '127.0.0.1'
  const folder = path.resolve(options.folder)
  // Root's database server runs as nobody, who must be able to pass through; every file inside is private.
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)

  say('starting the sandbox (registries, payment, mailbox, phone, bureaus, sites), the platform and its database …')
  const start = (file: string, env: Record<string, string> = {}) =>
    startProcess('platform/src/main.ts', [], {
      // The youngest objects' space would grow to three times this at the first burst, and keep it.
      // As the README tells operators: what a large list leaves behind is collected before it has filled the machine.
      execArgv: ['--max-semi-space-size=16', '--max-old-space-size=768'],
      name: 'the platform',
      env: { ...compiled, YUMING_CONFIG: file, ...options.env, ...env },
      logFile: path.join(folder, 'platform.log'),
    })
  // The platform reads its modules while the sandbox opens; what it is configured with is known only then.
  const early = handedOver(path.join(folder, 'configuration.pipe'))
  const starting = start(early.file)
  starting.catch(() => {})
  const sandbox = await startSandbox(folder, options).catch(async (error: unknown) => {
    early.give('')
    await starting.catch(() => {})
    throw error
  })
  const sandboxWorld = JSON.parse(readFileSync(path.join(folder, 'sandbox', 'world.json'), 'utf8')) as SandboxWorld

  const port = await portNear(options.port ?? 0, host, options.say)
  const configuration = writeConfiguration(
    path.join(folder, 'platform'),
    sandboxWorld,
    { host, port, more: options.web ?? {} },
    options.configuration,
  )
  early.give(readFileSync(configuration, 'utf8'))
  const world: World = {
    folder,
    origin: `http://${host}:${port}`,
    sandboxOrigin: sandboxWorld.http.origin,
    sandboxWorld,
    sandbox,
    platform: await starting.catch(async (error: unknown) => {
      await sandbox.stop()
      throw error
    }),
    async restartPlatform(env) {
      await world.platform.kill()
      world.platform = await start(configuration, env)
    },
    async stop() {
      await world.platform.stop()
      await sandbox.stop()
    },
  }
  return world
}

/** A file whose content comes later: whoever reads it waits until it is given. */
function handedOver(file: string): { file: string; give: (content: string) => void } {
  rmSync(file, { force: true })
  const made = spawnSync('mkfifo', ['-m', '600', file])
  if (made.status !== 0) throw new Error(`mkfifo ${file}: ${made.error?.message ?? made.stderr.toString()}`)
  return {
    file,
    give(content) {
      // Opening waits for the reader, which is why this must not wait for it.
      writeFile(file, content)
        .finally(() => rmSync(file, { force: true }))
        .catch(() => {})
    },
  }
}

// Only people type the sandbox's web address; every other port is told to the platform anew at each start.
async function startSandbox(folder: string, options: WorldOptions): Promise<ReadyProcess> {
  const port = await portNear(options.sandboxPort ?? 0, '127.0.0.1', options.say)
  return startProcess(
    'sandbox/src/main.ts',
    ['--data', path.join(folder, 'sandbox'), '--port', String(port), '--epp-port', '0', '--smtp-port', '0'],
    {
      name: 'the sandbox',
      env: { ...compiled, ...options.sandboxEnv },
      logFile: path.join(folder, 'sandbox.log'),
    },
  )
}

/** The wanted port, or a free one when something else listens there; 0 takes any. */
async function portNear(wanted: number, host: string, say: (text: string) => void = () => {}): Promise<number> {
  const port = (wanted !== 0 && (await ifFree(wanted, host))) || (await anyFree(host))
  if (wanted !== 0 && port !== wanted) say(`port ${wanted} is taken by something else; using ${port}.`)
  return port
}

// Below the ports that the system itself gives to connections going out: between this question and the process's own
// listening (or while it is down, between a kill and its start) nothing but another world could take one of these.
async function anyFree(host: string): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = await ifFree(randomInt(15_000, 32_000), host)
    if (port !== 0) return port
  }
  throw new Error(`no free port between 15000 and 32000 was found on ${host}`)
}

/** The port again when nothing listens there and we may, else 0. */
function ifFree(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(0) : reject(error),
    )
    server.listen(port, host, () => server.close(() => resolve(port)))
  })
}
