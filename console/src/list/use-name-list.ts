import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { post, put, remove } from '../api/client.ts'
import { ApiProblem } from '../api/problem.ts'
import { listQuery, sessionQuery } from '../api/queries.ts'
import type { ListItem } from '../api/types.ts'
import { localListIn } from './local-list.ts'

const localList = localListIn(browserStorage(), globalThis)

type Named = Pick<ListItem, 'name' | 'ascii' | 'suffix' | 'price'>

/** The names somebody means to buy: in the browser before sign-in, with the account after it. */
export function useNameList() {
  const cache = useQueryClient()
  const { data: session } = useQuery(sessionQuery)
  const signed = Boolean(session?.account)
  const kept = useQuery({ ...listQuery, enabled: signed })
  const local = useSyncExternalStore(localList.subscribe, localList.read)
  const items = signed ? (kept.data?.items ?? []) : local
  const change = async (call: Promise<unknown>) => {
    try {
      await call
    } finally {
      await cache.invalidateQueries({ queryKey: listQuery.queryKey })
    }
  }
  const putItem = (item: Named) => {
    // A name that is on the list already keeps the years that were chosen for it.
    const years = items.find((other) => other.ascii === item.ascii)?.years ?? 1
    return signed
      ? put(path(item.ascii), { years })
      : Promise.resolve(localList.put({ ...item, years, state: 'ok', findings: [] }))
  }
  return {
    items,
    signed,
    /** Of an account: why its list is not known. Nothing may call it empty then. */
    failure: signed && kept.isLoadingError ? { error: kept.error, again: () => kept.refetch() } : undefined,
    pending: session === undefined || (signed && kept.isPending),
    firstYearFen: items.reduce((sum, item) => sum + (item.state === 'invalid' ? 0 : (item.price.registerFen ?? 0)), 0),
    has: (ascii: string) => items.some((item) => item.ascii === ascii),
    add: (item: Named) => (signed ? change(putItem(item)) : putItem(item)),
    /** Adds one after the other and stops at the first refusal; `tell` hears how many are in. */
    addMany: async (named: readonly Named[], tell: (added: number) => void) => {
      const run = async () => {
        for (const [at, item] of named.entries()) {
          await putItem(item)
          tell(at + 1)
        }
      }
      await (signed ? change(run()) : run())
    },
    setYears: (item: ListItem, years: number) =>
      signed ? change(put(path(item.ascii), { years })) : localList.put({ ...item, years }),
    drop: (ascii: string) => (signed ? change(remove(path(ascii))) : localList.drop(ascii)),
    clear: () => (signed ? change(remove('list')) : localList.clear()),
    setAllYears: (years: number) => (signed ? change(put('list', { years })) : localList.setAll(years)),
    /** Takes off the names that cannot be bought, at once. */
    clearRefused: (refused: readonly string[]) =>
      signed ? change(post('list/clear-invalid', { refused })) : localList.dropAll(refused),
  }
}

/** Moves the names of an anonymous visitor into the account that has just signed in; a name that the rules refuse meanwhile is left out. */
export async function mergeLocalList(): Promise<void> {
  for (const item of localList.read()) {
    try {
      await put(path(item.ascii), { years: item.years })
      localList.drop(item.ascii)
    } catch (refusal) {
      // What got no answer, or was refused for a reason of the moment (a full list, too many at once), stays in the
      // browser for the next sign-in.
      if (refusal instanceof ApiProblem && forGood.has(refusal.status)) localList.drop(item.ascii)
    }
  }
}

const forGood = new Set([400, 404, 422])

/** Merely reaching for a forbidden storage throws. */
function browserStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

const path = (ascii: string) => `list/${encodeURIComponent(ascii)}`
