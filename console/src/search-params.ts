/** Keeps the named text values of an address and drops everything else. The router would read `q=123` as a number. */
export function texts<Name extends string>(
  ...names: Name[]
): (raw: Record<string, unknown>) => { [Key in Name]?: string } {
  return (raw) => {
    const kept: { [Key in Name]?: string } = {}
    for (const name of names) {
      const value = raw[name]
      if (typeof value === 'string' && value !== '') kept[name] = value
      else if (typeof value === 'number') kept[name] = String(value)
    }
    return kept
  }
}
