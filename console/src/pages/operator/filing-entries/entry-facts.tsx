import type { Preview } from '../../../api/filing.ts'
import { Button } from '../../../design/button.tsx'
import { State } from '../../../design/state.tsx'
import { toast } from '../../../design/toast.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'

/** What is typed in, field by field, in the bureau's own words; each value is copied with one press. */
export function EntryFacts({ sent }: { sent: NonNullable<Preview['sent']> }) {
  return (
    <>
      {sent.problems.map(({ field, message }) => (
        <State key={field + message.zh} shape="wait">
          {sentence(message)}
        </State>
      ))}
      {sent.parts
        .filter(({ fields }) => fields.length > 0)
        .map(({ part, at, fields }) => (
          <section className="sec" key={part + at}>
            <h2>{t(part === 'service' ? 'filing.entries.service' : `filing.preview.${part}`, { number: at + 1 })}</h2>
            <dl className="facts sent">
              {fields.map(({ field, label, value }) => (
                <div key={field + label.zh}>
                  <dt>{sentence(label)}</dt>
                  <dd>{value}</dd>
                  <dd>
                    <Button
                      look="text"
                      size="s"
                      aria-label={t('filing.entries.copyOne', { what: sentence(label) })}
                      onClick={() =>
                        navigator.clipboard.writeText(value).then(
                          () => toast(t('filing.entries.copied')),
                          () => toast(t('filing.entries.notCopied')),
                        )
                      }
                    >
                      {t('filing.entries.copy')}
                    </Button>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </>
  )
}
