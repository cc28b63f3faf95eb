import { useCallback, useEffect, useRef, useState } from 'react'
import { newProof, type Proof } from '../../api/human-proof.ts'

/** Proofs that nobody waits for: one is made while the form is filled in, and the next one as soon as it is taken. */
export function useHumanProof(): { readonly ready: boolean; readonly take: () => Promise<Proof> } {
  const next = useRef<ReturnType<typeof newProof> | undefined>(undefined)
  const [ready, setReady] = useState(false)
  const begin = useCallback(() => {
    setReady(false)
    const made = newProof('filing-challenges')
    next.current = made
    // Who takes it learns why it could not be made.
    made.then(
      () => next.current === made && setReady(true),
      () => undefined,
    )
    return made
  }, [])
  useEffect(() => {
    void begin()
    return () => {
      next.current = undefined
    }
  }, [begin])
  const take = useCallback(async () => {
    let made = await (next.current ?? begin()).catch(() => begin())
    if (made.until < performance.now()) made = await begin()
    const { challenge, answer } = made
    begin().catch(() => undefined)
    return { challenge, answer }
  }, [begin])
  return { ready, take }
}
