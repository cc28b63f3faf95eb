import type { UseQueryResult } from '@tanstack/react-query'
import { Failure } from '../design/failure.tsx'

/** What a form chooses from and could not be fetched: the reason, and a way to try again. */
export function NotFetched({ of }: { of: readonly UseQueryResult[] }) {
  const failed = of.filter(({ isLoadingError }) => isLoadingError)
  const [first] = failed
  if (!first) return null
  return <Failure error={first.error} again={() => void Promise.all(failed.map(({ refetch }) => refetch()))} />
}
