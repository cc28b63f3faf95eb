import { t } from '../../i18n/text.ts'
import { languages } from './filing-words.ts'
import { kindWord } from './kind-words.ts'

interface Props {
  id: string
  kind: string
  value: readonly string[]
  error: string | undefined
  onChange: (languages: string[]) => void
}

/** 网站语言: as many as the site has. */
export function LanguageFields({ id, kind, value, error, onChange }: Props) {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="lab">{t('filing.site.language', { kind: kindWord(kind) })}</legend>
      <div className="choices">
        {languages.map((language) => (
          <label className="tick" key={language}>
            <input
              type="checkbox"
              checked={value.includes(language)}
              onChange={(event) =>
                onChange(languages.filter((one) => (one === language ? event.target.checked : value.includes(one))))
              }
            />{' '}
            {t(`filing.language.${language}`)}
          </label>
        ))}
      </div>
      {error && (
        <p className="err st st--fail" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
