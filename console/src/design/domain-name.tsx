import type { ReactNode } from 'react'

interface Props {
  name: string
  ascii?: string | undefined
  off?: boolean
}

/** The label carries, the suffix follows. Unicode is shown, the A-label form is a hover away. */
export function DomainName({ name, ascii, off }: Props): ReactNode {
  return (
    <span className={off ? 'dn dn--off' : 'dn'} title={ascii && ascii !== name ? ascii : undefined}>
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
