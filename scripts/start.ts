import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildConsole } from './build-console.ts'
import { demoAccounts, makeDemo } from './world/demo.ts'
import { startWorld, type World } from './world/start-world.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '.yuming' },
    port: { type: 'string', default: process.env.YUMING_PORT ?? '8080' },
  },
})
const say = (text: string) => console.error(`yuming: ${text}`)
const started = performance.now()

let world: World | undefined
let stopping = false
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  say('stopping …')
  await world?.stop()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))

try {
  buildConsole(say)
  world = await startWorld({
    folder: path.resolve(values.data),
    port: Number(values.port),
    sandboxPort: values.port === '0' ? 0 : 8090,
    say,
  })
  await makeDemo(world, say)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  await stop(1)
}
if (world) {
  console.log(`
  域名 Yuming   ${world.origin}          (${((performance.now() - started) / 1000).toFixed(1)} s)
  沙盒 sandbox  ${world.sandboxOrigin}   registries, payment, mailbox, phone

  演示账号 demo accounts
    ${demoAccounts.owner.email}   ${demoAccounts.owner.password}   main account, ¥10,000 on its balance, one template
    ${demoAccounts.subUser.email}  ${demoAccounts.subUser.password}   sub-user: may look, may not buy
    ${demoAccounts.operator.email}   ${demoAccounts.operator.password}   operator: runs the platform

  数据 data     ${path.relative(process.cwd(), world.folder) || '.'}/   logs: platform.log, sandbox.log    Ctrl-C 停止 stops
`)
  void Promise.race([world.platform.ended.then(() => 'platform'), world.sandbox.ended.then(() => 'sandbox')]).then(
    (which) => {
      if (stopping) return
      say(`the ${which} ended by itself; the last lines of ${which}.log say why.`)
      void stop(1)
    },
  )
}
