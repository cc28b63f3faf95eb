import type { ReactNode } from 'react'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { useHintsAbout } from './province-hints.ts'

interface Props {
  children: ReactNode
  hint?: ReactNode
  /** Topics of the province's own rules that belong to the field. */
  topics?: readonly string[]
}

/** A field with what is to be known of it beside it: 国 for the whole country, the province's character for its own. */
export function Hinted({ children, hint, topics }: Props) {
  const { mark, hints } = useHintsAbout(topics)
  return (
    <div className="f">
      <div>{children}</div>
      {(hint || hints.length > 0) && (
        <div>
          {hint && (
            <p className="hint">
              <i aria-hidden="true">{t('filing.hint.national')}</i>
              {hint}
            </p>
          )}
          {hints.map(({ rule, text, source, from }) => (
            <p className="hint" key={rule}>
              <i aria-hidden="true">{mark}</i>
              {sentence(text)}
              <small>
                {source.document}
                {t('comma')}
                {t('cite.from', { from })}
              </small>
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
