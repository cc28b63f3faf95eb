import { type Answer, askRegistry } from '../ask-registries.ts'
import type { AvailabilityAsker } from '../ports.ts'

export interface AskedName<T> {
  readonly ascii: string
  readonly about: T
}

export interface AnsweredName<T> {
  readonly about: T
  /** undefined: the registry did not answer. */
  readonly answer: Answer
}

/** Names in one `check`; registries take fifty at the least that we know of. */
const batch = 50
/** Questions of one bulk search at one registry at a time: people who type come first. */
const atOnce = 2

/** Asks registries about many names in the background, a few at a time, and hands over what has been answered. */
export class Questions<T> {
  readonly #asker: AvailabilityAsker
  readonly #limitMs: number
  readonly #waiting = new Map<string, AskedName<T>[]>()
  readonly #later: [registry: string, name: AskedName<T>][] = []
  readonly #running = new Map<string, number>()
  #answered: AnsweredName<T>[] = []
  #open = 0
  #wake: (() => void) | undefined
  #stopped = false

  constructor(asker: AvailabilityAsker, limitMs: number) {
    this.#asker = asker
    this.#limitMs = limitMs
  }

  ask(registry: string, name: AskedName<T>): void {
    const waiting = this.#waiting.get(registry)
    if (waiting) waiting.push(name)
    else this.#waiting.set(registry, [name])
    this.#open++
    if ((this.#waiting.get(registry)?.length ?? 0) >= batch) this.#send(registry)
  }

  /** Asks once the rest is asked for: of names that are answered for now. */
  askLater(registry: string, name: AskedName<T>): void {
    this.#later.push([registry, name])
  }

  /** What has been answered since the last time. */
  take(): AnsweredName<T>[] {
    const answered = this.#answered
    this.#answered = []
    return answered
  }

  /** Everything that is still open, as it arrives. */
  async *rest(): AsyncGenerator<AnsweredName<T>[]> {
    for (const [registry, name] of this.#later.splice(0)) this.ask(registry, name)
    for (const registry of this.#waiting.keys()) this.#send(registry)
    while (this.#open > 0 || this.#answered.length > 0) {
      if (this.#answered.length === 0)
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      yield this.take()
    }
  }

  stop(): void {
    this.#stopped = true
    this.#waiting.clear()
    this.#later.length = 0
  }

  #send(registry: string): void {
    const waiting = this.#waiting.get(registry)
    const running = this.#running.get(registry) ?? 0
    if (!waiting || waiting.length === 0 || running >= atOnce || this.#stopped) return
    const names = waiting.splice(0, batch)
    this.#running.set(registry, running + 1)
    void askRegistry(this.#asker, { registry, asciiNames: names.map(({ ascii }) => ascii) }, this.#limitMs).then(
      (found) => {
        for (const { ascii, about } of names) this.#answered.push({ about, answer: found.get(ascii) })
        this.#open -= names.length
        this.#running.set(registry, (this.#running.get(registry) ?? 1) - 1)
        this.#wake?.()
        this.#send(registry)
      },
    )
    this.#send(registry)
  }
}
