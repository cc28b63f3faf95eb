import type { Store } from '../../store/store.ts'

/**
 * `at-create`: no name for a holder whose identity has not passed. `after-create`: the name exists at once and is put
 * on hold when its holder has not passed five days later. `hold-at-create`: it exists at once and stays on hold until its
 * holder has passed.
 */
export const reviewModes = ['off', 'at-create', 'after-create', 'hold-at-create'] as const
export type ReviewMode = (typeof reviewModes)[number]

interface Setting {
  readonly mode: ReviewMode
  /** By suffix in A-label form; what is said here counts more than `mode`. */
  readonly suffixes: Readonly<Record<string, ReviewMode>>
}

/** When a registry reviews; kept with its objects. */
export class Modes {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  get setting(): Setting {
    const value = this.#store.get(`select value from setting where name = 'reviews'`)?.value
    return value === undefined ? { mode: 'off', suffixes: {} } : (JSON.parse(String(value)) as Setting)
  }

  /** @param suffix A-label form; the whole registry, exceptions included, when absent */
  set(mode: ReviewMode, suffix?: string): void {
    const { setting } = this
    const next: Setting = suffix
      ? { ...setting, suffixes: { ...setting.suffixes, [suffix]: mode } }
      : { mode, suffixes: {} }
    this.#store.run(
      `insert into setting (name, value) values ('reviews', ?) on conflict (name) do update set value = excluded.value`,
      JSON.stringify(next),
    )
  }

  of(suffix: string): ReviewMode {
    const { mode, suffixes } = this.setting
    return suffixes[suffix] ?? mode
  }

  /** Whether any name of the registry is reviewed, and so every new holder. */
  get isAnyOn(): boolean {
    const { mode, suffixes } = this.setting
    return mode !== 'off' || Object.values(suffixes).some((one) => one !== 'off')
  }
}
