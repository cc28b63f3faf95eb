import { useState } from 'react'
import { put } from '../../api/client.ts'
import type { OrderLine } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { State } from '../../design/state.tsx'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** The next useful things, in the order that saves most time; only those that can be done here. */
export function NextSteps({ won }: { won: OrderLine[] }) {
  const [on, setOn] = useState(false)
  const renew = async () => {
    try {
      for (const line of won) await put(`domains/${encodeURIComponent(line.ascii)}/auto-renew`, { on: true })
      setOn(true)
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  return (
    <section className="sec">
      <h2>
        {t('next.title')}
        <small>{t('next.why')}</small>
      </h2>
      <ol className="next">
        <li>
          <div>
            <h3>{t('next.domains')}</h3>
            <p>{t('next.domainsWhy')}</p>
          </div>
          <Link className="btn btn--main" to="/domains">
            {t('nav.domains')}
          </Link>
        </li>
        <li>
          <div>
            <h3>{t('next.identity')}</h3>
            <p>{t('next.identityWhy')}</p>
          </div>
          <Link className="btn" to="/templates">
            {t('identity.open')}
          </Link>
        </li>
        <li>
          <div>
            <h3>{t('next.renew')}</h3>
            <p>{t('next.renewWhy')}</p>
          </div>
          {on ? <State shape="ok">{t('next.renewOn')}</State> : <Button onClick={renew}>{t('next.renewTurn')}</Button>}
        </li>
      </ol>
    </section>
  )
}
