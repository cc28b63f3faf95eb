import { useCallback, useState } from 'react'
import type { TemplateField } from './template-shape.ts'

/** A press of the mouse leaves a field before it is let go: what a finding pushes down meanwhile would be missed. */
const pressMs = 300

/** The fields that somebody has been in and left: what is wrong with them may be said. */
export function useLeftFields(): { left: ReadonlySet<TemplateField>; leave: (field: TemplateField) => void } {
  const [left, setLeft] = useState<ReadonlySet<TemplateField>>(new Set())
  const leave = useCallback((field: TemplateField) => {
    setTimeout(() => setLeft((before) => (before.has(field) ? before : new Set([...before, field]))), pressMs)
  }, [])
  return { left, leave }
}
