import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { suffixNamesQuery } from '../../api/queries.ts'
import type { SuffixName } from '../../api/types.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

const kinds = ['china', 'generic', 'restricted', 'renew-only'] as const

/** Every suffix that is known, to go from one to the other (S1-74); those that are not sold stand behind the others. */
export function SuffixMenu({ current }: { current: string }) {
  const { data } = useQuery(suffixNamesQuery)
  const [text, setText] = useState('')
  const [others, setOthers] = useState(false)
  const wanted = text.trim().replace(/^\./, '').toLowerCase()
  const found = (data ?? []).filter(({ suffix, ascii }) => suffix.includes(wanted) || ascii.includes(wanted))
  const unsold = found.filter(({ sold }) => !sold)
  const open = others || wanted !== '' || unsold.some(({ suffix, ascii }) => suffix === current || ascii === current)
  return (
    <nav className="suffix-menu" aria-label={t('suffix.menu')}>
      <label className="vh" htmlFor="menu-find">
        {t('prices.find')}
      </label>
      <input
        className="in in--s"
        id="menu-find"
        type="search"
        value={text}
        placeholder={t('prices.find')}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="suffix-menu-list">
        {kinds.map((kind) => (
          <Group
            key={kind}
            title={t(`prices.kind.${kind}`)}
            names={found.filter((name) => name.sold && name.kind === kind)}
            current={current}
          />
        ))}
        {unsold.length > 0 &&
          (open ? (
            <Group title={t('suffix.menuUnsold', { count: unsold.length })} names={unsold} current={current} />
          ) : (
            <button type="button" className="link" onClick={() => setOthers(true)}>
              {t('suffix.menuUnsold', { count: unsold.length })}
            </button>
          ))}
        {data && found.length === 0 && <p className="small muted">{t('prices.none')}</p>}
      </div>
    </nav>
  )
}

function Group({ title, names, current }: { title: string; names: readonly SuffixName[]; current: string }) {
  if (names.length === 0) return null
  return (
    <section aria-label={title}>
      <p className="kind">{title}</p>
      <ul>
        {names.map(({ suffix, ascii }) => (
          <li key={ascii}>
            <Link
              className="sx"
              to="/suffixes/$suffix"
              params={{ suffix }}
              aria-current={suffix === current || ascii === current ? 'page' : undefined}
            >
              .{suffix}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
