import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get, query } from './client.ts'
import type { DomainVerification, UnfitHolder } from './domain-verification.ts'
import { type FollowedSession, followSession } from './followed-session.ts'
import type {
  ApiToken,
  Balance,
  Catalog,
  ChosenName,
  ConsentWords,
  Domain,
  DomainPage,
  NameList,
  NameRecord,
  NextStep,
  OfferedKind,
  Order,
  OrderPage,
  Promotions,
  Remittances,
  RuleInForce,
  Session,
  SubUser,
  SuffixDetail,
  SuffixName,
  Template,
  Text,
  Verification,
} from './types.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal, client, queryKey }): Promise<FollowedSession> => {
    const now = await get<Session>('session', signal)
    const followed = followSession(client.getQueryData(queryKey), now)
    if (followed) return followed
    location.reload()
    return new Promise(() => undefined)
  },
  staleTime: 30_000,
})

export const catalogQuery = (on?: string) =>
  queryOptions({
    queryKey: ['catalog', on ?? 'now'],
    queryFn: ({ signal }) => get<Catalog>(`catalog/suffixes${on ? `?on=${on}` : ''}`, signal),
    staleTime: 300_000,
  })

export const rulesQuery = (topic: 'names') =>
  queryOptions({
    queryKey: ['rules', topic],
    queryFn: ({ signal }) => get<{ day: string; reviewedOn: string; rules: RuleInForce[] }>(`rules/${topic}`, signal),
    staleTime: 300_000,
  })

export const suffixNamesQuery = queryOptions({
  queryKey: ['suffix-names'],
  queryFn: async ({ signal }) => (await get<{ suffixes: SuffixName[] }>('catalog/suffix-names', signal)).suffixes,
  staleTime: 300_000,
})

export const suffixQuery = (suffix: string) =>
  queryOptions({
    queryKey: ['suffix', suffix],
    queryFn: ({ signal }) => get<SuffixDetail>(`catalog/suffixes/${encodeURIComponent(suffix)}`, signal),
    staleTime: 300_000,
  })

export const verificationQuery = (template: string) =>
  queryOptions({
    queryKey: ['verification', template],
    queryFn: ({ signal }) => get<Verification>(`templates/${template}/verification`, signal),
  })

export const consentQuery = queryOptions({
  queryKey: ['consent'],
  queryFn: ({ signal }) => get<ConsentWords>('consents/identity-papers', signal),
})

export const remittancesQuery = queryOptions({
  queryKey: ['remittances'],
  queryFn: ({ signal }) => get<Remittances>('balance/remittances', signal),
})

export const listQuery = queryOptions({
  queryKey: ['list'],
  queryFn: ({ signal }) => get<NameList>('list', signal),
})

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => get<{ templates: Template[] }>('templates', signal),
})

export const promotionsQuery = queryOptions({
  queryKey: ['promotions'],
  queryFn: ({ signal }) => get<Promotions>('promotions', signal),
  staleTime: 60_000,
})

export const ordersQuery = infiniteQueryOptions({
  queryKey: ['orders'],
  queryFn: ({ pageParam, signal }) => get<OrderPage>(`orders?${query({ cursor: pageParam })}`, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
})

export const orderQuery = (number: string) =>
  queryOptions({
    queryKey: ['order', number],
    queryFn: ({ signal }) => get<Order>(`orders/${encodeURIComponent(number)}`, signal),
  })

/** Asked again whenever another of its names has come to an end. */
export const nextStepsQuery = (number: string, ended: number) =>
  queryOptions({
    queryKey: ['order', number, 'next', ended],
    queryFn: ({ signal }) => get<{ steps: NextStep[] }>(`orders/${encodeURIComponent(number)}/next`, signal),
  })

export const balanceQuery = queryOptions({
  queryKey: ['balance'],
  queryFn: ({ signal }) => get<Balance>('balance', signal),
})

export const nameRecordQuery = (ascii: string) =>
  queryOptions({
    queryKey: ['record', ascii],
    queryFn: ({ signal }) => get<NameRecord>(`search/${encodeURIComponent(ascii)}/record`, signal),
    staleTime: 600_000,
    retry: false,
  })

/** The balance with its movements, as far back as they were asked for. */
export const ledgerQuery = infiniteQueryOptions({
  queryKey: ['balance', 'movements'],
  queryFn: ({ pageParam, signal }) => get<Balance>(`balance?${query({ cursor: pageParam })}`, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next ?? undefined,
})

export const domainQuery = (name: string) =>
  queryOptions({
    queryKey: ['domain', name],
    queryFn: ({ signal }) => get<Domain>(`domains/${encodeURIComponent(name)}`, signal),
  })

export const holderCandidatesQuery = (name: string) =>
  queryOptions({
    queryKey: ['domain', name, 'holder-candidates'],
    queryFn: ({ signal }) =>
      get<{ fit: string[]; unfit: UnfitHolder[] }>(`domains/${encodeURIComponent(name)}/holder-candidates`, signal),
  })

export const domainVerificationQuery = (name: string) =>
  queryOptions({
    queryKey: ['domain-verification', name],
    queryFn: ({ signal }) => get<DomainVerification>(`domains/${encodeURIComponent(name)}/verification`, signal),
  })

export interface DomainFilter {
  tab: string
  sort: string
  q: string
  suffix: string
}

export const domainPage = (filter: DomainFilter, cursor: string | undefined, signal?: AbortSignal) =>
  get<DomainPage>(`domains?${query({ ...filter, cursor, limit: '200' })}`, signal)

/** All that match, not only those that are loaded; ten thousand at most. */
export const matchingNames = (filter: DomainFilter) =>
  get<{ items: ChosenName[]; more: boolean }>(`domains/matching?${query({ ...filter })}`)

export const exportOfNames = (filter: DomainFilter) => `/v1/domains/export?${query({ ...filter })}`

export const subUsersQuery = queryOptions({
  queryKey: ['sub-users'],
  queryFn: async ({ signal }) => {
    const answer = await get<SubUser[] | { subUsers: SubUser[] }>('account/sub-users', signal)
    return Array.isArray(answer) ? answer : answer.subUsers
  },
})

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => {
    const answer = await get<ApiToken[] | { tokens: ApiToken[] }>('account/tokens', signal)
    return Array.isArray(answer) ? answer : answer.tokens
  },
})

interface Places {
  regions: { code: string; name: Text }[]
  provinces: { name: Text; cities: Text[] }[]
}

export const placesQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => get<Places>('regions', signal),
  staleTime: Infinity,
})

export const certificatesQuery = queryOptions({
  queryKey: ['certificates'],
  queryFn: ({ signal }) => get<{ kinds: OfferedKind[] }>('certificates', signal),
  staleTime: Infinity,
})
