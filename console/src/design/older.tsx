import { t } from '../i18n/text.ts'
import { Button } from './button.tsx'
import { Failure } from './failure.tsx'

interface Paged {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: unknown
  fetchNextPage: () => unknown
}

/** Under a list of which the beginning is shown: asks for what is older, or less urgent; what is there stays where it is. */
export function Older({ list, urgent = false }: { list: Paged; urgent?: boolean }) {
  if (!list.hasNextPage) return null
  return (
    <div className="stack" style={{ marginTop: 16 }}>
      {list.isFetchNextPageError && <Failure error={list.error} />}
      <p>
        <Button disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t(list.isFetchingNextPage ? 'signIn.busy' : urgent ? 'later' : 'older')}
        </Button>
      </p>
    </div>
  )
}
