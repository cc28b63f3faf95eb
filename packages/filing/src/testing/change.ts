/** A copy of a draft in which values at paths such as `domains.0.expiresOn` are others. */
export function changed(draft: object, changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const copy = structuredClone(draft) as Record<string, unknown>
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.')
    const last = steps.pop() ?? ''
    let at: Record<string, unknown> = copy
    for (const step of steps) {
      at[step] ??= {}
      at = at[step] as Record<string, unknown>
    }
    at[last] = value
  }
  return copy
}
