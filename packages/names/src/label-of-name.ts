/** What stands before the suffix of a registered name: always one label, whatever zone or product the suffix is. */
export function labelOfName(name: string): string {
  return name.slice(0, name.indexOf('.'))
}
