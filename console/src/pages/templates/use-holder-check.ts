import { useEffect, useState } from 'react'
import { post } from '../../api/client.ts'
import type { Finding, NewTemplate } from '../../api/types.ts'

interface HolderCheck {
  findings: Finding[]
  english: Partial<Record<'name' | 'contact' | 'province' | 'city' | 'street', string>>
}

/** Long enough that a word is typed, short enough that the paper is still in hand. */
const pauseMs = 500

/** What the rules say of a form while it is filled in, and the English that would be kept; nothing is stored. */
export function useHolderCheck(parts: Partial<NewTemplate>): HolderCheck {
  const [check, setCheck] = useState<HolderCheck>({ findings: [], english: {} })
  const asked = JSON.stringify(parts)
  useEffect(() => {
    let stale = false
    const timer = setTimeout(() => {
      post<HolderCheck>('templates/check', JSON.parse(asked)).then(
        (answer) => !stale && setCheck(answer),
        // Saving asks the same rules again; until then there is nothing to say.
        () => {},
      )
    }, pauseMs)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [asked])
  return check
}
