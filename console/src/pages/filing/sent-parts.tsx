import type { ReactNode } from 'react'
import type { Preview } from '../../api/filing.ts'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'

type Sent = NonNullable<Preview['sent']>
type Part = Sent['parts'][number]

interface SentPartsProps {
  readonly sent: Sent
  /** The heading of a part. */
  readonly title: (part: Part) => ReactNode
  /** What stands behind a value. */
  readonly beside: (field: Part['fields'][number]) => ReactNode
}

/** An order part by part in the bureau's own words, with what cannot be said to it on top. */
export function SentParts({ sent, title, beside }: SentPartsProps) {
  return (
    <>
      {sent.problems.map(({ field, message }) => (
        <State key={field + message.zh} shape="wait">
          {sentence(message)}
        </State>
      ))}
      {sent.parts
        .filter(({ fields }) => fields.length > 0)
        .map((part) => (
          <section className="sec" key={part.part + part.at}>
            <h2>{title(part)}</h2>
            <dl className="facts sent">
              {part.fields.map((field) => (
                <div key={field.field + field.label.zh}>
                  <dt>{sentence(field.label)}</dt>
                  <dd>{field.value}</dd>
                  <dd className="muted">{beside(field)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
    </>
  )
}
