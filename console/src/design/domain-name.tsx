import type { ReactNode } from 'react'

interface Props {
  name: string
  ascii?: string | undefined
  off?: boolean
}

/** Longer than this, a name is broken in a table rather than pushing its other columns away. */
const oneLine = 32

/** The label carries, the suffix follows. Unicode is shown, the A-label form is a hover away. */
export function DomainName({ name, ascii, off }: Props): ReactNode {
  const className = ['dn', off && 'dn--off', name.length > oneLine && 'dn--long'].filter(Boolean).join(' ')
  return (
    <span className={className} title={ascii && ascii !== name ? ascii : undefined}>
      <NameParts name={name} />
    </span>
  )
}

export function NameParts({ name }: { name: string }) {
  const dot = name.indexOf('.')
  return dot < 0 ? (
    name
  ) : (
    <>
      {name.slice(0, dot)}
      <wbr />
      <i>{name.slice(dot)}</i>
    </>
  )
}
