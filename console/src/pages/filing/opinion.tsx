import type { Filing, FilingService, FilingStepName } from '../../api/filing.ts'
import { Button } from '../../design/button.tsx'
import { State } from '../../design/state.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { servicesStepWord } from './kind-words.ts'

interface OpinionProps {
  readonly opinion: NonNullable<Filing['opinion']>
  /** Leads to the step where a reason is mended; absent where nothing can be changed now. */
  readonly services?: readonly FilingService[]
  readonly goTo?: (step: FilingStepName, field: string) => void
}

/** Why it came back: the reason on top, what was heard, its cause, what to do, and the way there. */
export function Opinion({ opinion, services = [], goTo }: OpinionProps) {
  return (
    <section className="reason" aria-labelledby="opinion-title">
      <h2 id="opinion-title">
        <State shape="fail">{t(`filing.opinion.${opinion.by}`)}</State>{' '}
        <time className="small muted">{dayAndTime(opinion.at)}</time>
      </h2>
      {opinion.remark && <p>“{opinion.remark}”</p>}
      {opinion.reasons.map((reason) => (
        <div className="mend" key={reason.id}>
          <dl className="cite">
            <div>
              <dt>{t('filing.opinion.cause')}</dt>
              <dd>{sentence(reason.cause)}</dd>
            </div>
            <div>
              <dt>{t('cite.remedy')}</dt>
              <dd>{sentence(reason.remedy)}</dd>
            </div>
          </dl>
          {goTo && <Mend {...reason} services={services} goTo={goTo} />}
        </div>
      ))}
      <p className="small">
        <Link to="/filing-reasons">{t('filing.reasons.title')}</Link>
      </p>
    </section>
  )
}

function Mend({
  step,
  field,
  services,
  goTo,
}: Pick<OpinionProps['opinion']['reasons'][number], 'step' | 'field'> &
  Required<Pick<OpinionProps, 'services' | 'goTo'>>) {
  if (step === null || step === 'order' || field === null) return null
  return (
    <Button look="text" size="s" onClick={() => goTo(step, field)}>
      {t('filing.opinion.where', {
        step: step === 'services' ? servicesStepWord(services) : t(`filing.steps.${step}`),
      })}
    </Button>
  )
}
