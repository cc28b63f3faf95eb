const scheme = /^[a-z][a-z0-9+.-]*:\/\//
const mail = /^mailto:/

/**
 * The host of a web or mail address (RFC 3986 §3.2.2) that somebody pasted instead of a name; undefined when the text is
 * none. Without a scheme, only what stands around a name with a dot in it is left out.
 * @param text folded
 */
export function hostOfAddress(text: string): string | undefined {
  const bare = text.replace(scheme, '').replace(mail, '')
  const authority = bare.split(/[/?#\\]/, 1)[0] ?? ''
  const at = authority.lastIndexOf('@')
  const host = (at > 0 ? authority.slice(at + 1) : authority).replace(/:\d{0,5}$/, '')
  if (host === text || host === '' || host.startsWith('@')) return undefined
  return bare !== text || /[^.]\.[^.]/.test(host) ? host : undefined
}
