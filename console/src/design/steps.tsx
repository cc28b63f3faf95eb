import { t } from '../i18n/text.ts'

/** 一 二 三 across the top of an order. */
export function Steps({ now }: { now: 0 | 1 | 2 }) {
  return (
    <ol className="steps" aria-label={t('steps.label')} style={{ marginBottom: 32 }}>
      {[t('steps.confirm'), t('steps.pay'), t('steps.done')].map((text, index) => (
        <li key={text} className={index < now ? 'done' : undefined} aria-current={index === now ? 'step' : undefined}>
          {text}
        </li>
      ))}
    </ol>
  )
}
