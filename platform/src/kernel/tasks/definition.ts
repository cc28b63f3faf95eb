import type { Actor } from '../actor.ts'
import type { Clock } from '../clock/index.ts'
import type { Trx } from '../database/index.ts'
import type { Random } from '../random.ts'

/** What every step sees. `results` are those of the steps before it, by name. */
export interface StepContext<Input> {
  readonly task: {
    readonly id: string
    readonly number: string
    readonly account: string | null
    readonly actor: Actor
    readonly failure: unknown
  }
  readonly input: Input
  readonly results: Readonly<Record<string, unknown>>
  /** The request that a step before sent, as it was stored; undefined when it sent none. */
  requestOf(step: string): Promise<unknown>
  readonly clock: Clock
  readonly random: Random
}

/** A step whose whole effect is in the database: effect, result and fence are one transaction. */
export interface LocalStep<Input> {
  readonly kind: 'local'
  readonly name: string
  run(context: StepContext<Input> & { readonly trx: Trx }): Promise<unknown>
}

/** What an outside party was found to know of a command whose answer was lost. */
export type Reconciled<Answer> =
  | { readonly known: 'applied'; readonly answer: Answer }
  | { readonly known: 'not-applied' }
  | { readonly known: 'unknown' }

/** A command to an outside party, with an intent around it. */
export interface OutsideStep<Input, Request, Answer> {
  readonly kind: 'outside'
  readonly name: string
  party(context: StepContext<Input>): string
  /** Makes the request, which is stored before a byte leaves. undefined: there is nothing to send. */
  prepare(context: StepContext<Input> & { readonly trx: Trx }): Promise<Request | undefined>
  /** @throws NotSent, AnswerLost, StepRefused, RetryLater */
  send(request: Request, sending: { readonly trid: string }): Promise<Answer>
  /** Reads what became of the command. Throwing counts as unknown. */
  reconcile(request: Request, intent: { readonly trid: string; readonly sentAt: Date }): Promise<Reconciled<Answer>>
}

// A task's steps differ in their requests and answers; the runner only carries these from one method to the other.
export type Step<Input> = LocalStep<Input> | OutsideStep<Input, unknown, unknown>

export interface TaskDefinition<Input = unknown> {
  readonly kind: string
  readonly steps: readonly Step<Input>[]
  readonly failed: readonly Step<Input>[]
  /** Called once the end is committed. A hint: a process that is killed in between calls nothing. Must not reject. */
  ended?(input: Input): Promise<void>
}

/** A task's steps, in order, and those that give back when one of them is refused. */
export function defineTask<Input>(
  kind: string,
  steps: readonly Step<Input>[],
  { failed, ended }: Pick<TaskDefinition<Input>, 'failed' | 'ended'>,
): TaskDefinition<Input> {
  const names = [...steps, ...failed].map(({ name }) => name)
  if (new Set(names).size !== names.length) throw new Error(`${kind} names a step twice`)
  return { kind, steps, failed, ...(ended && { ended }) }
}

export function localStep<Input>(name: string, run: LocalStep<Input>['run']): Step<Input> {
  return { kind: 'local', name, run }
}

export function outsideStep<Input, Request, Answer>(
  name: string,
  step: Omit<OutsideStep<Input, Request, Answer>, 'kind' | 'name'>,
): Step<Input> {
  return { kind: 'outside', name, ...step } as OutsideStep<Input, unknown, unknown>
}
