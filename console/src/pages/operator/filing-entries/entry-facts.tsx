import type { Preview } from '../../../api/filing.ts'
import { Button } from '../../../design/button.tsx'
import { toast } from '../../../design/toast.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { numbered } from '../../filing/kind-words.ts'
import { SentParts } from '../../filing/sent-parts.tsx'

const copy = (value: string) =>
  navigator.clipboard.writeText(value).then(
    () => toast(t('filing.entries.copied')),
    () => toast(t('filing.entries.notCopied')),
  )

/** What is typed in, field by field, in the bureau's own words; each value is copied with one press. */
export function EntryFacts({ sent, kinds }: { sent: NonNullable<Preview['sent']>; kinds: readonly string[] }) {
  return (
    <SentParts
      sent={sent}
      title={({ part, at }) => (part === 'service' ? numbered(at, kinds[at]) : t(`filing.preview.${part}`))}
      beside={({ label, value }) => (
        <Button
          look="text"
          size="s"
          aria-label={t('filing.entries.copyOne', { what: sentence(label) })}
          onClick={() => copy(value)}
        >
          {t('filing.entries.copy')}
        </Button>
      )}
    />
  )
}
