import type { ReactNode } from 'react'
import { State } from './state.tsx'

export function Note({ tone, children }: { tone: 'ok' | 'you' | 'fail' | 'plain'; children: ReactNode }) {
  return (
    <div className={tone === 'plain' ? 'note' : `note note--${tone}`} role={tone === 'fail' ? 'alert' : undefined}>
      <State shape={tone === 'plain' ? 'off' : tone} />
      <div>{children}</div>
    </div>
  )
}
