import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes } from 'react'

interface Around {
  id: string
  label: ReactNode
  help?: ReactNode
  error?: string | undefined
  optional?: string
}

/** Label above, hint under, error under that; all three tied to the control. */
export function TextField({
  id,
  label,
  help,
  error,
  optional,
  className,
  ...input
}: Around & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Frame {...{ id, label, help, error, optional }}>
      <input id={id} className={`in ${className ?? ''}`} {...described(id, help, error)} {...input} />
    </Frame>
  )
}

export function SelectField({
  id,
  label,
  help,
  error,
  optional,
  children,
  ...select
}: Around & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Frame {...{ id, label, help, error, optional }}>
      <select id={id} className="sel" {...described(id, help, error)} {...select}>
        {children}
      </select>
    </Frame>
  )
}

function Frame({
  id,
  label,
  help,
  error,
  optional,
  children,
}: Omit<Around, 'optional'> & { optional: string | undefined; children: ReactNode }) {
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label} {optional && <em>{optional}</em>}
      </label>
      {children}
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="err st st--fail" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

function described(id: string, help: ReactNode, error: string | undefined) {
  const ids = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ')
  return { 'aria-invalid': error ? true : undefined, 'aria-describedby': ids || undefined }
}
