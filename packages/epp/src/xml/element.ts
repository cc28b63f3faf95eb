/** An element by (namespace, local name); prefixes are gone. `text` is its own character data, children's not included. */
export interface XmlElement {
  readonly ns: string
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Content = string | readonly (XmlElement | undefined)[]

const none: Readonly<Record<string, string>> = Object.freeze({})

/** Builds elements of one namespace; undefined children and attributes are left out. */
export function elementsOf(ns: string) {
  return (
    name: string,
    content: Content = '',
    attributes?: Readonly<Record<string, string | undefined>>,
  ): XmlElement => ({
    ns,
    name,
    attributes: attributes ? present(attributes) : none,
    children: typeof content === 'string' ? [] : content.filter((child) => child !== undefined),
    text: typeof content === 'string' ? content : '',
  })
}

function present(attributes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const result: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) result[name] = value
  return result
}

export function child(element: XmlElement, ns: string, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name && candidate.ns === ns)
}

export function childrenOf(element: XmlElement, ns: string, name: string): XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name && candidate.ns === ns)
}
