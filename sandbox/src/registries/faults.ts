/**
 * What a registry was asked to get wrong. Kept in memory and used up in the order in which it was asked for, so that
 * the same commands meet the same faults every time.
 */
export type FaultKind =
  /** Answer `delayMs` later. */
  | 'delay'
  /** Do it, then close the connection without an answer. */
  | 'commit-then-drop'
  /** Close the connection without doing it. */
  | 'drop-before'
  /** Answer 2400 and do nothing. */
  | 'command-failed'
  /** Answer 2502 and close. */
  | 'session-limit'
  /** The session is no longer signed in: answer 2002, though the connection and `hello` still work. */
  | 'logged-out'

export interface NewFault {
  readonly kind: FaultKind
  /** How many commands it still meets. */
  readonly times: number
  /** Only commands of this verb (`create`) or verb and object (`domain:create`). */
  readonly verb?: string | undefined
  readonly delayMs?: number | undefined
}

export interface Fault extends NewFault {
  readonly id: number
  readonly times: number
  readonly met: number
}

export class Faults {
  #list: Fault[] = []
  #lastId = 0

  add(fault: NewFault): Fault {
    this.#lastId += 1
    const added: Fault = { ...fault, id: this.#lastId, met: 0 }
    this.#list = [...this.#list, added]
    return added
  }

  list(): readonly Fault[] {
    return this.#list
  }

  clear(id?: number): void {
    this.#list = id === undefined ? [] : this.#list.filter((fault) => fault.id !== id)
  }

  /** The first fault of one of these kinds that meets this command; uses up one of its times. */
  take(
    kinds: readonly FaultKind[],
    command: { verb: string; object: string; isTransform: boolean },
  ): Fault | undefined {
    const met = this.#list.find(
      (fault) =>
        kinds.includes(fault.kind) &&
        (fault.verb === undefined ||
          fault.verb === command.verb ||
          fault.verb === `${command.object}:${command.verb}`) &&
        (fault.kind !== 'commit-then-drop' || command.isTransform),
    )
    if (!met) return undefined
    this.#list = this.#list.flatMap((fault) => {
      if (fault.id !== met.id) return [fault]
      return fault.times > 1 ? [{ ...fault, times: fault.times - 1, met: fault.met + 1 }] : []
    })
    return met
  }
}
