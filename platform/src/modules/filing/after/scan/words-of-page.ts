/** What a page says without its scripts, styles and tags, read once from its beginning: whoever made it may want us to read it for hours. */
export function wordsOfPage(html: string): string {
  return withoutTags(withoutScripts(html)).replaceAll(/\s/g, '')
}

/** What begins and is never ended stays. */
export function withoutScripts(html: string): string {
  const opening = /<(script|style)\b/gi
  const ended: Readonly<Record<string, RegExp>> = { script: /<\/script>/gi, style: /<\/style>/gi }
  const endless = new Set<string>()
  let kept = ''
  let from = 0
  for (let open = opening.exec(html); open; open = opening.exec(html)) {
    const kind = open[1]?.toLowerCase() ?? ''
    const end = ended[kind]
    // Where nothing ended the last one, nothing ends those behind it: the rest is not read for each of them.
    if (!end || endless.has(kind)) continue
    end.lastIndex = opening.lastIndex
    if (!end.test(html)) {
      endless.add(kind)
      continue
    }
    kept += html.slice(from, open.index)
    from = end.lastIndex
    opening.lastIndex = from
  }
  return kept + html.slice(from)
}

export function withoutTags(html: string): string {
  let kept = ''
  let from = 0
  for (;;) {
    const open = html.indexOf('<', from)
    const end = open < 0 ? -1 : html.indexOf('>', open)
    if (end < 0) return kept + html.slice(from)
    kept += html.slice(from, open)
    from = end + 1
  }
}
