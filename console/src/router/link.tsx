import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { goTo, wishFor } from './history.ts'
import { hrefOf, type Path, type Target } from './paths.ts'

type Props<P extends Path> = Target<P> & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'>

/** A plain link: a new tab, a copied address and a reader without a mouse all get the address itself. */
export function Link<P extends Path>({ to, params, search, hash, ...rest }: Props<P>) {
  const href = hrefOf({ to, params, search, hash })
  const near = () => wishFor(to)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.defaultPrevented || event.button !== 0 || rest.target) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    goTo(href)
  }
  return <a {...rest} href={href} onClick={follow} onMouseEnter={near} onTouchStart={near} onFocus={near} />
}
