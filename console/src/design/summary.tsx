import { useEffect, useRef } from 'react'
import { t } from '../i18n/text.ts'

/** Errors of a form: takes the focus, each line leads to its field. */
export function Summary({ errors, token }: { errors: { field: string; text: string }[]; token: number }) {
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the token changes with every attempt to send
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [token])
  if (errors.length === 0) return null
  return (
    <section className="summary" tabIndex={-1} ref={box} aria-labelledby="summary-title">
      <h2 id="summary-title">{t('form.summary', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(error.field)?.focus()
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
