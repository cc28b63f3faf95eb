/**
 * A worker process for the kill test: runs tasks against the party at PARTY_URL on the database at DATABASE_URL, of
 * the KINDS named, and dies by SIGKILL at the point named by KILL_AT, as in a power cut.
 */

import { systemClock } from '../../clock/index.ts'
import { createDb, createPool } from '../../database/index.ts'
import { createLogger } from '../../logging/index.ts'
import { systemRandom } from '../../random.ts'
import { AnswerLost, createTaskRunner, defineTask, localStep, NotSent, outsideStep, StepRefused } from '../index.ts'

interface Input {
  readonly refuse?: boolean
}

const { DATABASE_URL = '', PARTY_URL = '', KINDS = '', KILL_AT = '' } = process.env
const pool = createPool(DATABASE_URL, { max: 6 })

/** A step that talks to the party: `create` buys, `refund` gives back. */
const command = (name: string) =>
  outsideStep<Input, { name: string; refuse: boolean }, { roid: string }>(name, {
    party: () => 'party',
    prepare: async ({ input }) => ({ name, refuse: name === 'create' && input.refuse === true }),
    async send(request, { trid }) {
      const answer = await fetch(`${PARTY_URL}/${trid}`, { method: 'POST', body: JSON.stringify(request) }).catch(
        (error: unknown) => {
          if ((error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED')
            throw new NotSent('no connection')
          throw new AnswerLost('the connection closed', { cause: error })
        },
      )
      if (answer.status === 409) throw new StepRefused({ code: 'party.refused', findings: [] })
      return (await answer.json()) as { roid: string }
    },
    async reconcile(_, { trid }) {
      const answer = await fetch(`${PARTY_URL}/${trid}`)
      return answer.ok
        ? { known: 'applied', answer: (await answer.json()) as { roid: string } }
        : { known: 'not-applied' }
    },
  })

const runner = createTaskRunner({
  db: createDb(pool),
  pool,
  clock: systemClock,
  random: systemRandom,
  log: createLogger('error'),
  definitions: KINDS.split(',').map((kind) =>
    defineTask<Input>(
      kind,
      [
        localStep('check', async () => 'checked'),
        command('create'),
        localStep('record', async ({ results }) => results.create),
      ],
      { failed: [command('refund'), localStep('tell', async ({ results }) => results.refund)] },
    ),
  ),
  settleMs: 100,
  elapsed: () => performance.now(),
  // Longer than the test: only the session lock of a dead worker may set its tasks free.
  leaseMs: 600_000,
  sweepMs: 50,
  onPoint: (point) => {
    if (point === KILL_AT) process.kill(process.pid, 'SIGKILL')
  },
})
await runner.start()
process.on('SIGTERM', () => void runner.stop().then(() => process.exit(0)))
