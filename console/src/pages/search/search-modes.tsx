import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** One name at a time, or many. */
export function SearchModes({ q = '', bulk = false }: { q?: string; bulk?: boolean }) {
  return (
    <nav className="mode" aria-label={t('search.mode')}>
      <Link to="/" search={q ? { q } : {}} aria-current={bulk ? undefined : 'page'}>
        {t('search.single')}
      </Link>
      <Link to="/bulk" aria-current={bulk ? 'page' : undefined}>
        {t('search.bulk')}
        <span className="muted">{t('search.bulkLimit')}</span>
      </Link>
    </nav>
  )
}
