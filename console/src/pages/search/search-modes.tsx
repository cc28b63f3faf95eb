import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** One name at a time, or many, or one made of a person's own name. */
export function SearchModes({ q = '', here = 'single' }: { q?: string; here?: 'single' | 'bulk' | 'personal' }) {
  const current = (mode: typeof here) => (mode === here ? 'page' : undefined)
  return (
    <nav className="mode" aria-label={t('search.mode')}>
      <Link to="/" search={q ? { q } : {}} aria-current={current('single')}>
        {t('search.single')}
      </Link>
      <Link to="/bulk" aria-current={current('bulk')}>
        {t('search.bulk')}
        <span className="muted">{t('search.bulkLimit')}</span>
      </Link>
      <Link to="/personal-names" aria-current={current('personal')}>
        {t('search.personal')}
      </Link>
    </nav>
  )
}
