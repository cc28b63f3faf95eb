import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'
import type { Text } from '../../api/types.ts'

/** One way by which a message left, with the proof of it. */
export interface Delivery {
  channel: 'mail' | 'sms'
  to: string
  state: 'queued' | 'sent' | 'failed'
  sentAt: string | null
  digest: string | null
  answer: string | null
}

export interface InboxMessage {
  id: string
  kind: string
  subject: Text
  text: Text
  link: string | null
  at: string
  readAt: string | null
  sent: Delivery[]
}

interface InboxPage {
  messages: InboxMessage[]
  unread: number
  next: string | null
}

export const inboxQuery = (unreadOnly: boolean) =>
  infiniteQueryOptions({
    queryKey: ['messages', unreadOnly],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams()
      if (pageParam) asked.set('after', pageParam)
      if (unreadOnly) asked.set('unread', 'true')
      return get<InboxPage>(`messages?${asked}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const unreadQuery = queryOptions({
  queryKey: ['messages-unread'],
  queryFn: ({ signal }) => get<{ unread: number }>('messages/unread', signal),
  staleTime: 30_000,
  refetchInterval: 60_000,
})
