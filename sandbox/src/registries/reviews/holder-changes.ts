import type { Store } from '../../store/store.ts'

/** Whether a registry looks at the papers before a name goes to another holder; kept with its objects. */
export class HolderChanges {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  get reviewed(): boolean {
    return this.#store.get(`select value from setting where name = 'holder-changes'`)?.value === 'reviewed'
  }

  set reviewed(on: boolean) {
    this.#store.run(
      `insert into setting (name, value) values ('holder-changes', ?) on conflict (name) do update set value = excluded.value`,
      on ? 'reviewed' : 'at-once',
    )
  }
}
