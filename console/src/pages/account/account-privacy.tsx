import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get, remove } from '../../api/client.ts'
import { consentQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { SureDialog } from '../../design/sure-dialog.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'

interface Deletion {
  item: string
  purpose: string
  kind: string | null
  because: 'kept-long-enough' | 'taken-back' | 'consent-withdrawn' | 'template-deleted'
  deletedAt: string
  entry: { seq: number; hash: string }
}

/** A holder's contact at a registry, of a template that was deleted. */
interface Contact {
  registry: string
  handle: string
  removedAt: string | null
  keptBecause: string | null
}

/** The consent to photographs of papers, which can be taken back here, and what was destroyed (PIPL art. 15, 47). */
export function AccountPrivacy() {
  const consent = useQuery(consentQuery)
  const [asking, setAsking] = useState(false)
  const withdraw = async () => {
    await remove('consents/identity-papers')
    await consent.refetch()
  }
  return (
    <section className="sec" id="privacy">
      <h2>{t('privacy.title')}</h2>
      {consent.isPending && <Skeleton rows={1} />}
      {consent.isError && <Failure error={consent.error} again={() => consent.refetch()} />}
      {consent.data && (
        <div className="acts">
          <p>
            {consent.data.given ? t('privacy.given', { at: dayAndTime(consent.data.given.at) }) : t('privacy.none')}
          </p>
          {consent.data.given && <Button onClick={() => setAsking(true)}>{t('privacy.withdraw')}</Button>}
        </div>
      )}
      {asking && (
        <SureDialog
          title={t('privacy.sure')}
          sure={t('privacy.withdraw')}
          onSure={withdraw}
          onClose={() => setAsking(false)}
        >
          <p>{t('privacy.sureWhy')}</p>
        </SureDialog>
      )}
      <Deletions />
    </section>
  )
}

function Deletions() {
  const deletions = useInfiniteQuery({
    queryKey: ['deletions'],
    queryFn: ({ pageParam, signal }) =>
      get<{ certificates: Deletion[]; contacts: Contact[]; next: string | null }>(
        `deletions${pageParam ? `?after=${pageParam}` : ''}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = deletions.data?.pages.flatMap(({ certificates }) => certificates) ?? []
  const contacts = deletions.data?.pages.flatMap(({ contacts }) => contacts) ?? []
  return (
    <>
      <h3>{t('privacy.deleted')}</h3>
      {deletions.isPending && <Skeleton rows={2} />}
      {deletions.isError && <Failure error={deletions.error} again={() => deletions.refetch()} />}
      {deletions.data && rows.length === 0 && <p className="soft">{t('privacy.deletedNone')}</p>}
      {rows.length > 0 && (
        <table className="tbl tbl--cards">
          <thead>
            <tr>
              <th scope="col">{t('privacy.deletedWhat')}</th>
              <th scope="col">{t('privacy.deletedWhy')}</th>
              <th scope="col">{t('privacy.deletedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.item}>
                <th scope="row">{nameOf(row)}</th>
                <td>{t(`privacy.because.${row.because}`)}</td>
                <td title={row.entry.hash}>
                  {dayAndTime(row.deletedAt)}{' '}
                  <small className="muted">{t('privacy.entry', { seq: row.entry.seq })}</small>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {deletions.hasNextPage && <Button onClick={() => deletions.fetchNextPage()}>{t('messages.older')}</Button>}
      {contacts.length > 0 && <Contacts contacts={contacts} />}
    </>
  )
}

/** What registries keep of deleted holders: gone, asked for, or why not (PIPL art. 47). */
function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  return (
    <>
      <h3>{t('privacy.contacts')}</h3>
      <ul>
        {contacts.map(({ registry, handle, removedAt, keptBecause }) => (
          <li key={`${registry} ${handle}`}>
            <State shape={removedAt ? 'ok' : 'wait'}>
              {removedAt
                ? t('privacy.contactGone', { registry, at: dayAndTime(removedAt) })
                : t(keptBecause ? 'privacy.contactKept' : 'privacy.contactAsked', { registry })}
            </State>{' '}
            <small className="muted">
              <code>{handle}</code> {keptBecause}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

const photographs = ['id-front', 'id-back', 'licence', 'passport', 'authorisation', 'other'] as const

function nameOf({ purpose, kind }: Deletion): string {
  if (purpose !== 'identity.paper') return t('privacy.number')
  const known = photographs.find((one) => one === kind)
  return t(`identity.kind.${known ?? 'other'}`)
}
