/** The process is gone: nothing after this runs, and only what was committed before it remains. */
export class Crash extends Error {}

/** Wraps what a process talks to, and kills it once, before or after its n-th step. */
export class CrashPoint {
  #steps = 0
  readonly #at: number
  readonly #when: 'before' | 'after'
  crashed = false

  constructor(at: number, when: 'before' | 'after') {
    this.#at = at
    this.#when = when
  }

  around<T extends object>(target: T, skip: readonly string[] = []): T {
    return new Proxy(target, {
      get: (object, name) => {
        const member = Reflect.get(object, name)
        if (typeof member !== 'function' || skip.includes(String(name))) return member
        return async (...args: unknown[]) => {
          const due = this.#steps++ === this.#at
          if (due && this.#when === 'before') this.#die()
          const result = await member.apply(object, args)
          if (due) this.#die()
          return result
        }
      },
    })
  }

  #die(): never {
    this.crashed = true
    throw new Crash()
  }
}
