import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'

interface TicketTextProps {
  readonly label: string
  /** What the button says. */
  readonly send: string
  onSend(text: string): Promise<void>
  /** Further things to do; a refusal of what is attempted is shown below, like that of the text. */
  also?(attempt: (work: () => Promise<void>) => Promise<boolean>): ReactNode
}

/** What somebody writes to open a ticket or to go on with it: kept until it has arrived. */
export function TicketText({ label, send, onSend, also }: TicketTextProps) {
  const id = useId()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setError(null)
    setBusy(true)
    try {
      await work()
      return true
    } catch (refusal) {
      setError(refusal)
      return false
    } finally {
      setBusy(false)
    }
  }
  const write = async (event: FormEvent) => {
    event.preventDefault()
    const written = text.trim()
    if (written !== '' && !busy && (await attempt(() => onSend(written)))) setText('')
  }
  return (
    <>
      <form onSubmit={write} className="stack">
        <label className="lab" htmlFor={id}>
          {label}
        </label>
        <textarea
          className="in"
          id={id}
          rows={4}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="acts">
          <Button type="submit" look="main" disabled={busy || text.trim() === ''}>
            {send}
          </Button>
          {also?.(attempt)}
        </div>
      </form>
      {error !== null && <Failure error={error} />}
    </>
  )
}
