import type { XmlElement } from './element.ts'

/** Characters that XML 1.0 has no form for (§2.2). */
export const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (char) =>
    char === '&' ? '&amp;' : char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&#13;',
  )
}

export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/["\t\n]/g, (char) => (char === '"' ? '&quot;' : char === '\t' ? '&#9;' : '&#10;'))
}

/** An element as text: what nobody here understands is kept this way. */
export function writeElement({ name, attributes, children, text }: XmlElement): string {
  const attributeText = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
    .join('')
  return `<${name}${attributeText}>${escapeText(text)}${children.map(writeElement).join('')}</${name}>`
}
