import type { QueryClient } from '@tanstack/react-query'

/** Everything that shows values of the catalogue is asked for again. */
export function catalogChanged(cache: QueryClient): Promise<unknown> {
  return Promise.all(
    ['operator', 'catalog', 'suffix', 'list', 'promotions'].map((key) => cache.invalidateQueries({ queryKey: [key] })),
  )
}
