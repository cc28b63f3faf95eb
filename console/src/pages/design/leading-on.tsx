import { NameParts } from '../../design/domain-name.tsx'
import { Older } from '../../design/older.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { toast } from '../../design/toast.tsx'
import { money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

const list = { hasNextPage: true, isFetchingNextPage: false, isFetchNextPageError: false, error: null }

/** Parts that lead on: to another view, to a name's own page, to a phone, to what is older, to the next step. */
export function LeadingOn() {
  return (
    <section className="sec stack">
      <h2>Tabs, name as a link, QR code, older, dock (up to 760 px)</h2>
      <nav className="tabs" aria-label="Tabs">
        {(['all', 'expiring', 'unverified', 'expired'] as const).map((tab) => (
          <Link key={tab} to="/design" hash={tab} aria-current={tab === 'all' ? 'page' : undefined}>
            {t(`domains.tab.${tab}`)}
            <small>{tab.length}</small>
          </Link>
        ))}
      </nav>
      <p>
        <Link className="dn" to="/domains/$name" params={{ name: '山月茶.中国' }} title="xn--wou6nv09a.xn--fiqs8s">
          <NameParts name="山月茶.中国" />
        </Link>
      </p>
      <QrCode text="https://yuming.example/design" label="QR code" />
      <Older list={{ ...list, fetchNextPage: () => toast(t('older')) }} />
      <Older list={{ ...list, isFetchingNextPage: true, fetchNextPage: () => undefined }} />
      <section className="dock" aria-label="Dock">
        <div>
          <small>{t('list.dock', { count: 2 })}</small>
          <b>{money(5_800)}</b>
        </div>
        <Link className="btn btn--main btn--l" to="/confirm">
          {t('list.checkout')}
        </Link>
      </section>
    </section>
  )
}
