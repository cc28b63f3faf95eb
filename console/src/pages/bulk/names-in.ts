/** The names of a pasted text, whatever stands between them. */
export function namesIn(text: string): string[] {
  return text.split(/[\s,;，；、]+/).filter((name) => name !== '')
}

/** How many lines of a text say anything. */
export function filledLines(text: string): number {
  return text.match(/^.*\S.*$/gm)?.length ?? 0
}
