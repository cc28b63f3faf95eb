import { t } from '../../i18n/text.ts'
import type { extra } from './paper-kinds.ts'

type Kind = (typeof extra)[number]

/** A paper that nobody asked for may be handed in besides: its place appears once it is chosen. */
export function MorePapers({ kinds, onAdd }: { kinds: readonly Kind[]; onAdd: (kind: string) => void }) {
  return (
    <p>
      <label className="lab" htmlFor="more-papers">
        {t('filing.papers.more')}
      </label>
      <select className="sel" id="more-papers" value="" onChange={(event) => onAdd(event.target.value)}>
        <option value="">{t('choose')}</option>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`filing.papers.kind.${kind}`)}
          </option>
        ))}
      </select>
    </p>
  )
}
