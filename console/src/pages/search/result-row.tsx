import { useState } from 'react'
import type { Finding, SearchPlanRow } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Cite } from '../../design/cite.tsx'
import { DomainName, NameParts } from '../../design/domain-name.tsx'
import { type Shape, State } from '../../design/state.tsx'
import { price } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { OwnForm } from './other-form.tsx'
import { lettersOnly, PinyinButton } from './pinyin-button.tsx'
import { TakenNote } from './taken-note.tsx'
import type { Seen } from './use-search.ts'

interface Props {
  row: Pick<SearchPlanRow, 'name' | 'ascii'>
  answer: Seen | undefined
  ended: boolean
  inList: boolean
  onToggle: () => void
  onSearch: (q: string) => void
}

const shapes: Record<Seen['state'], Shape> = {
  free: 'ok',
  taken: 'todo',
  reserved: 'no',
  refused: 'no',
  conditional: 'you',
  unanswered: 'off',
}

export function ResultRow({ row, answer, ended, inList, onToggle, onSearch }: Props) {
  const [open, setOpen] = useState(false)
  if (!answer) return <WaitingRow row={row} ended={ended} />
  const buyable = answer.state === 'free' || answer.state === 'conditional'
  const closed = answer.state === 'refused' || answer.state === 'reserved'
  const cites = answer.findings.filter(
    (finding) => closed || answer.state === 'conditional' || finding.severity !== 'advise',
  )
  const shown = closed ? answer.early || open : open
  const near = answer.neighbours ?? []
  return (
    <li className="row">
      <State shape={shapes[answer.state]}>{t(`search.state.${answer.state}`)}</State>
      <div>
        <DomainName name={row.name} ascii={row.ascii} off={!buyable} />
        {answer.yours && <OwnForm form={answer.yours} />}
        <Why
          answer={answer}
          ended={ended}
          cites={cites}
          open={shown}
          onToggle={closed && answer.early ? undefined : () => setOpen(!open)}
        />
        {near.length > 0 && (
          <div className="near">
            <span className="muted">{t('search.near')}</span>
            {near.map((other) => (
              <span key={other.ascii}>
                <button type="button" className="dn" title={other.ascii} onClick={() => onSearch(other.name)}>
                  <NameParts name={other.name} />
                </button>
                {'\u2003'}
                {price(other.registerFen)}
              </span>
            ))}
          </div>
        )}
      </div>
      {buyable && answer.price ? (
        <div className="price">
          <b>{price(answer.price.registerFen)}</b>
          <span>{t('search.firstYear')}</span>
          <small>
            {t(answer.price.premium ? 'search.premiumRenews' : 'search.renews', {
              price: price(answer.price.renewFen),
            })}
          </small>
        </div>
      ) : (
        <span />
      )}
      {buyable && answer.price ? (
        <Button
          aria-pressed={inList}
          onClick={onToggle}
          aria-label={t(inList ? 'search.dropName' : 'search.addName', { name: row.name })}
        >
          {t(inList ? 'search.inList' : 'search.add')}
        </Button>
      ) : answer.state === 'taken' ? (
        <Button
          aria-expanded={open}
          aria-label={t('search.recordOf', { name: row.name })}
          onClick={() => setOpen(!open)}
        >
          {t('search.record')}
        </Button>
      ) : answer.state === 'refused' && lettersOnly(answer.findings) ? (
        <PinyinButton name={row.name} onSearch={onSearch} />
      ) : (
        <span />
      )}
      {answer.state === 'taken' && open && (
        <TakenNote name={answer.yours?.name ?? row.name} ascii={answer.yours?.ascii ?? row.ascii} />
      )}
      {shown && cites.map((finding) => <Cite key={finding.rule} finding={finding} />)}
      {shown && answer.state === 'conditional' && (
        <p className="why2 record">
          <Link to="/qualifications/$name" params={{ name: row.name }}>
            {t('search.handIn')}
          </Link>
        </p>
      )}
    </li>
  )
}

/** One line under the name; the rule itself opens on demand when the row has been painted already. */
function Why({
  answer,
  ended,
  cites,
  open,
  onToggle,
}: {
  answer: Seen
  ended: boolean
  cites: Finding[]
  open: boolean
  onToggle: (() => void) | undefined
}) {
  const reason = sentence(answer.reason) || sentence(cites[0]?.message ?? answer.findings[0]?.message)
  if (answer.state === 'unanswered') return <p className="why2">{reason || t('search.unansweredWhy')}</p>
  if (answer.confirmed === false)
    return (
      <p className="why2" aria-busy={!ended}>
        {t(ended ? 'search.notConfirmed' : 'search.unconfirmed')}
      </p>
    )
  if (answer.state === 'taken' || (!reason && cites.length === 0) || (open && !onToggle)) return null
  return (
    <p className="why2">
      {!open && reason}
      {cites.length > 0 && onToggle && (
        <button type="button" className="link" aria-expanded={open} onClick={onToggle}>
          {t(open ? 'search.hideRule' : answer.state === 'conditional' ? 'search.showPapers' : 'search.showRule')}
        </button>
      )}
    </p>
  )
}

function WaitingRow({ row, ended }: { row: Props['row']; ended: boolean }) {
  return (
    <li className="row" aria-busy={!ended}>
      <State shape={ended ? 'off' : 'run'}>{t(ended ? 'search.state.unanswered' : 'search.state.asking')}</State>
      <div>
        <DomainName name={row.name} ascii={row.ascii} off />
        {ended && <p className="why2">{t('search.unansweredWhy')}</p>}
      </div>
      {ended ? <span /> : <span className="bar" />}
      {ended ? <span /> : <span className="small muted num">{t('search.waiting')}</span>}
    </li>
  )
}
