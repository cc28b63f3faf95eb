import type { ButtonHTMLAttributes, ReactNode } from 'react'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'main' | 'ink' | 'line' | 'text'
  size?: 's' | 'm' | 'l'
  full?: boolean
  /** A grey button stays focusable; this says what it waits for, by the id of the words beside it. */
  greyBecause?: string | undefined
  children: ReactNode
}

/** A native button: the platform's own keeps focus when grey, which a disabled one loses. */
export function Button({ look = 'line', size = 'm', full, greyBecause, className, onClick, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass(look, size, full, className)}
      {...(greyBecause ? { 'aria-disabled': true, 'aria-describedby': greyBecause } : {})}
      onClick={(event) => {
        if (greyBecause) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {children}
    </button>
  )
}

function buttonClass(look: Props['look'] = 'line', size: Props['size'] = 'm', full = false, extra = ''): string {
  return ['btn', look !== 'line' && `btn--${look}`, size !== 'm' && `btn--${size}`, full && 'btn--full', extra]
    .filter(Boolean)
    .join(' ')
}
