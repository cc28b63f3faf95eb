import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** A started process of ours that told it is ready. */
export interface ReadyProcess {
  readonly child: ChildProcess
  readonly pid: number
  /** The JSON object of its ready line. */
  readonly ready: Record<string, unknown>
  /** Asks it to end (SIGTERM), and kills it when it has not after ten seconds. */
  stop(): Promise<void>
  /** SIGKILL, without warning. */
  kill(): Promise<void>
  readonly ended: Promise<number | null>
}

/** Starts `node SCRIPT ARGS` and waits for the line `{"ready":true,…}` on its standard output; all else goes to the log file. */
export async function startProcess(
  script: string,
  args: readonly string[],
  options: { env: Record<string, string>; logFile: string; name: string; execArgv?: readonly string[] },
): Promise<ReadyProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...(options.execArgv ?? []), script, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...options.env },
    },
  )
  const log = createWriteStream(options.logFile, { flags: 'a', mode: 0o600 })
  child.stderr.pipe(log, { end: false })
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.once('error', () => resolve(null))
  })
  const last: string[] = []
  child.stderr.on('data', (chunk: Buffer) => {
    last.push(chunk.toString())
    if (last.length > 20) last.shift()
  })
  const ready = await Promise.race([
    new Promise<Record<string, unknown>>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        log.write(`${line}\n`)
        if (line.startsWith('{"ready":true')) resolve(JSON.parse(line) as Record<string, unknown>)
      })
    }),
    ended.then((code) => {
      throw new Error(
        `${options.name} ended (${code}) before it was ready. Its last words:\n${last.join('').trim()}\nThe whole log: ${options.logFile}`,
      )
    }),
  ])
  const stop = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(timer)
    log.end()
  }
  return { child, pid: child.pid ?? 0, ready, ended, stop: () => stop('SIGTERM'), kill: () => stop('SIGKILL') }
}
