import type { Store } from './store.ts'

/**
 * Joins the work of one event-loop turn into one transaction, because a commit costs more than a create.
 * A unit's promise is fulfilled only after the commit: whoever was answered is on the disk.
 */
export class GroupCommit {
  readonly #store: Store
  #waiting: { done(): void; failed(error: unknown): void }[] | undefined

  constructor(store: Store) {
    this.#store = store
  }

  run<T>(work: () => T): Promise<T> {
    if (!this.#waiting) {
      this.#store.begin()
      this.#waiting = []
      setImmediate(() => this.flush())
    }
    const group = this.#waiting
    return new Promise<T>((resolve, reject) => {
      try {
        const result = this.#store.transaction(work)
        group.push({ done: () => resolve(result), failed: reject })
      } catch (error) {
        reject(error)
      }
    })
  }

  /** Commits what is open, now; needed before the store is closed. */
  flush(): void {
    const group = this.#waiting
    if (!group) return
    this.#waiting = undefined
    try {
      this.#store.commit()
    } catch (error) {
      for (const unit of group) unit.failed(error)
      return
    }
    for (const unit of group) unit.done()
  }
}
