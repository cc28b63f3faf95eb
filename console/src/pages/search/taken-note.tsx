import { useQuery } from '@tanstack/react-query'
import { domainQuery, sessionQuery } from '../../api/queries.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** What is known here of a registration: everything when the name is the reader's own, else only that it exists. */
export function TakenNote({ name, ascii }: { name: string; ascii: string }) {
  const { data: session } = useQuery(sessionQuery)
  const own = useQuery({ ...domainQuery(ascii), enabled: Boolean(session?.account), retry: false })
  if (own.isLoading) return <p className="why2 record">{t('loading')}</p>
  if (own.data)
    return (
      <p className="why2 record">
        {t('search.takenOwn')}{' '}
        <Link to="/domains/$name" params={{ name }}>
          {t('search.takenManage')}
        </Link>
      </p>
    )
  return <p className="why2 record">{t('search.takenOnly')}</p>
}
