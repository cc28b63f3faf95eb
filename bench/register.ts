import { organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeVerifiedTemplate } from '../scripts/world/verified.ts'
import type { Bench } from './figures.ts'
import { inTemporaryWorld } from './in-temporary-world.ts'
import { databaseMegabytesOf, megabytesOf } from './memory.ts'
import { processorSeconds } from './processor-time.ts'

interface OrderView {
  readonly number: string
  readonly state: string
}

/** Paid orders to registered domains per second, everything on this machine, durable: the clock runs from the first payment to the last success. */
export const benchRegister: Bench = ({ quick, say }) =>
  inTemporaryWorld(async (world) => {
    const sandbox = new SandboxControls(world.sandboxOrigin)
    const client = await signUp(world.origin, 'bench@yuming.example', 'a-long-enough-Password-1', '压测')
    await topUp(client, sandbox, 90_000_000)
    const templateId = await makeVerifiedTemplate(
      world,
      { client, sandbox },
      organisationTemplate('bench@yuming.example'),
    )
    const lines = 100
    const place = (batch: number) =>
      client.post<OrderView>('orders', {
        lines: Array.from({ length: lines }, (_, n) => ({ name: `b-${batch}-${n}.xyz`, years: 1 })),
        holderType: 'organisation',
        templateId,
        termsAccepted: true,
      })
    const finish = async (order: OrderView) => {
      await client.post(`orders/${order.number}/pay`, { method: 'balance' })
      await client.events(`orders/${order.number}`, (_, data) => (data as OrderView).state !== 'processing')
    }
    await finish(await place(0))
    const batches = quick ? 10 : 60
    const orders: OrderView[] = []
    for (let batch = 1; batch <= batches; batch++) orders.push(await place(batch))
    say(`${batches * lines} paid registrations …`)
    const peak = { platform: 0, sandbox: 0 }
    const watch = setInterval(() => {
      peak.platform = Math.max(peak.platform, megabytesOf(world.platform.pid))
      peak.sandbox = Math.max(peak.sandbox, megabytesOf(world.sandbox.pid))
    }, 250)
    const before = { platform: processorSeconds(world.platform.pid), sandbox: processorSeconds(world.sandbox.pid) }
    const started = performance.now()
    let next = 0
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let order = orders[next++]; order; order = orders[next++]) await finish(order)
      }),
    )
    const seconds = (performance.now() - started) / 1_000
    clearInterval(watch)
    const after = { platform: processorSeconds(world.platform.pid), sandbox: processorSeconds(world.sandbox.pid) }
    const perLine = (seconds: number) => (seconds * 1_000) / (batches * lines)
    return [
      { key: 'registrationsPerSecond', value: (batches * lines) / seconds, unit: '/s' },
      { key: 'platformMegabytes', value: peak.platform, unit: 'MB', note: 'highest while registering' },
      {
        key: 'platformProcessorMs',
        value: perLine(after.platform.own - before.platform.own),
        unit: 'ms',
        note: 'processor time of the platform for one registration',
      },
      { key: 'databaseProcessorMs', value: perLine(after.platform.database - before.platform.database), unit: 'ms' },
      { key: 'sandboxProcessorMs', value: perLine(after.sandbox.own - before.sandbox.own), unit: 'ms' },
      { key: 'sandboxMegabytes', value: peak.sandbox, unit: 'MB', note: 'highest while registering' },
      {
        key: 'databaseMegabytes',
        value: databaseMegabytesOf(world.platform.pid),
        unit: 'MB',
        note: 'all its processes after the load, shared pages once',
      },
    ]
  })
