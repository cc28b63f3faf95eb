import type { InfiniteData } from '@tanstack/react-query'
import type { DomainPage } from '../../api/types.ts'

/** The loaded pages with one name's automatic renewal as it is now. */
export function withAutoRenew(
  pages: InfiniteData<DomainPage> | undefined,
  { ascii, on }: { ascii: string; on: boolean },
): InfiniteData<DomainPage> | undefined {
  return (
    pages && {
      ...pages,
      pages: pages.pages.map((page) => ({
        ...page,
        items: page.items.map((item) => (item.ascii === ascii ? { ...item, autoRenew: on } : item)),
      })),
    }
  )
}
