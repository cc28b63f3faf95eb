import { useState } from 'react'
import type { ChosenName } from '../../api/types.ts'

type Chosen = ReadonlyMap<string, ChosenName>

/** The same names with one more, or one less. */
export function toggled(chosen: Chosen, item: ChosenName): Chosen {
  const next = new Map(chosen)
  if (!next.delete(item.ascii)) next.set(item.ascii, item)
  return next
}

/** What is known of the chosen names now: a loaded row may have changed since it was chosen. */
export function asLoaded(chosen: Chosen, items: readonly ChosenName[]): ChosenName[] {
  const loaded = new Map(items.map((item) => [item.ascii, item]))
  return [...chosen.values()].map((item) => loaded.get(item.ascii) ?? item)
}

/** The chosen names, by A-label: rows that are loaded, or all that match a filter. */
export function useChosen() {
  const [chosen, setChosen] = useState<Chosen>(new Map())
  return {
    chosen,
    toggle: (item: ChosenName) => setChosen(toggled(chosen, item)),
    choose: (items: readonly ChosenName[]) => setChosen(new Map(items.map((item) => [item.ascii, item]))),
  }
}
