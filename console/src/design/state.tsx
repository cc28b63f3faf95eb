import type { ReactNode } from 'react'

export type Shape = 'ok' | 'run' | 'you' | 'wait' | 'fail' | 'no' | 'todo' | 'off' | 'lock'

const shapes: readonly string[] = ['ok', 'run', 'you', 'wait', 'fail', 'no', 'todo', 'off', 'lock']

/** The API names a shape by word; an unknown one is shown as not begun. */
export function shapeOf(name: string): Shape {
  const known: Record<string, Shape> = {
    done: 'ok',
    tick: 'ok',
    progress: 'run',
    half: 'run',
    triangle: 'you',
    hourglass: 'wait',
    cross: 'fail',
    failed: 'fail',
    closed: 'no',
    forbidden: 'no',
    circle: 'todo',
    coming: 'todo',
    now: 'run',
    dash: 'off',
    none: 'off',
  }
  return shapes.includes(name) ? (name as Shape) : (known[name] ?? 'todo')
}

/** A shape, a word, then a colour. Without words it needs a `label`. */
export function State({
  shape,
  children,
  label,
  tag,
}: {
  shape: Shape
  children?: ReactNode
  label?: string
  tag?: boolean
}) {
  const name = `${tag ? 'tag ' : ''}st st--${shape}`
  return label ? <span className={name} role="img" aria-label={label} /> : <span className={name}>{children}</span>
}
