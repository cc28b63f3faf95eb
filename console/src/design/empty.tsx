import type { ReactNode } from 'react'

interface Props {
  title: string
  /** The page has no other first heading. */
  top?: boolean
  children?: ReactNode
  acts?: ReactNode
}

export function Empty({ title, top = false, children, acts }: Props) {
  const Heading = top ? 'h1' : 'h2'
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {acts && <div className="acts">{acts}</div>}
    </div>
  )
}
