import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { Button } from '../../design/button.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { goTo } from '../../router/history.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { Deliveries } from './deliveries.tsx'
import { type InboxMessage, inboxQuery } from './messages-query.ts'
import './messages-page.css'

export function MessagesPage() {
  return (
    <Page title={t('nav.messages')} api="GET /v1/messages">
      <SignedIn top>{() => <Inbox />}</SignedIn>
    </Page>
  )
}

function Inbox() {
  const [unreadOnly, setUnreadOnly] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const cache = useQueryClient()
  const inbox = useInfiniteQuery(inboxQuery(unreadOnly))
  const read = async (ids?: string[]) => {
    setError(null)
    try {
      const left = await post<{ unread: number }>('messages/read', ids ? { ids } : {})
      cache.setQueryData(['messages-unread'], left)
      await cache.invalidateQueries({ queryKey: ['messages'] })
    } catch (refusal) {
      setError(refusal)
    }
  }
  const messages = inbox.data?.pages.flatMap((page) => page.messages) ?? []
  const unread = inbox.data?.pages[0]?.unread ?? 0
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.messages')}</h1>
          <p>{t('messages.lead')}</p>
        </div>
        <div className="acts">
          <Segmented
            label={t('messages.which')}
            value={unreadOnly ? 'unread' : 'all'}
            options={[
              { value: 'all', text: t('messages.all') },
              { value: 'unread', text: t('messages.unread', { count: unread }) },
            ]}
            onChange={(value) => setUnreadOnly(value === 'unread')}
          />
          {unread > 0 && <Button onClick={() => read()}>{t('messages.readAll')}</Button>}
        </div>
      </div>
      {error !== null && <Failure error={error} />}
      {inbox.isPending && <Skeleton rows={5} />}
      {inbox.isError && <Failure error={inbox.error} again={() => inbox.refetch()} />}
      {inbox.data && messages.length === 0 && (
        <Empty title={t(unreadOnly ? 'messages.noneUnread' : 'messages.none')}>{t('messages.noneWhy')}</Empty>
      )}
      <ul className="messages">
        {messages.map((message) => (
          <Message key={message.id} message={message} read={() => read([message.id])} />
        ))}
      </ul>
      {inbox.hasNextPage && (
        <Button disabled={inbox.isFetchingNextPage} onClick={() => inbox.fetchNextPage()}>
          {t('messages.older')}
        </Button>
      )}
    </>
  )
}

function Message({ message, read }: { message: InboxMessage; read: () => void }) {
  const { subject, text, link, at, readAt, sent } = message
  return (
    <li>
      <div className="said">
        <h2>{sentence(subject)}</h2>
        {readAt === null && <State shape="run">{t('messages.new')}</State>}
        <time dateTime={at}>{dayAndTime(at)}</time>
      </div>
      <p className="body">{sentence(text)}</p>
      <div className="acts">
        {link && (
          <a
            href={link}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
              event.preventDefault()
              if (readAt === null) read()
              goTo(link)
            }}
          >
            {t('messages.open')}
          </a>
        )}
        {readAt === null && (
          <Button look="text" size="s" onClick={read} aria-label={`${t('messages.read')} ${sentence(subject)}`}>
            {t('messages.read')}
          </Button>
        )}
      </div>
      <Deliveries sent={sent} />
    </li>
  )
}
