import type { Suffix } from '../../api/types.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** Where names of a suffix are had that cannot be ordered here in the general way. */
export function Channels({ suffix }: { suffix: Suffix }) {
  if (suffix.channels.length === 0) return null
  return (
    <div className="channels">
      <h2>{t('suffix.channels')}</h2>
      <ul>
        {suffix.channels.map(({ who, how, url }) => (
          <li key={sentence(who)}>
            <b>{sentence(who)}</b>
            {t('colon')}
            {sentence(how)}
            {url && (
              <>
                {' '}
                <a href={url} rel="noreferrer">
                  {new URL(url).host}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
