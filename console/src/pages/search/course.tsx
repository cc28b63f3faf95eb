import { t } from '../../i18n/text.ts'

/** From a name to a site in five steps; a picture for those who would rather look than read. */
export function Course() {
  const steps = [1, 2, 3, 4, 5] as const
  return (
    <ol className="course" aria-label={t('course.label')}>
      {steps.map((step) => (
        <li key={step} className={step === 1 ? 'on' : undefined}>
          <i>{t(`course.${step}.number`)}</i>
          <b>{t(`course.${step}.name`)}</b>
          <small>{t(`course.${step}.time`)}</small>
        </li>
      ))}
    </ol>
  )
}
