import { createContext, useContext, useMemo } from 'react'
import type { Params, Path } from './paths.ts'

export interface Shown {
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly params: Readonly<Record<string, string>>
}

/** The place whose page is on the screen, which is not yet the address while the next page is being fetched. */
export const ShownPlace = createContext<Shown>({ pathname: '/', search: '', hash: '', params: {} })

export function usePlace(): Shown & { href: string } {
  const shown = useContext(ShownPlace)
  return {
    ...shown,
    href: `${shown.pathname}${shown.search ? `?${shown.search}` : ''}${shown.hash ? `#${shown.hash}` : ''}`,
  }
}

/** The parts of this page's address, e.g. `useParams('/orders/$number').number`. */
export function useParams<P extends Path>(_path: P): Params<P> {
  return useContext(ShownPlace).params as Params<P>
}

/** The named values of the question in the address; an empty one counts as absent. */
export function useSearch<Name extends string>(...names: Name[]): { [Key in Name]?: string } {
  const { search } = useContext(ShownPlace)
  const wanted = names.join()
  return useMemo(() => searchValues(search, wanted.split(',') as Name[]), [search, wanted])
}

export function searchValues<Name extends string>(search: string, names: readonly Name[]): { [Key in Name]?: string } {
  const given = new URLSearchParams(search)
  const kept: { [Key in Name]?: string } = {}
  for (const name of names) {
    const value = given.get(name)
    if (value) kept[name] = value
  }
  return kept
}
