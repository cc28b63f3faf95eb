/** An element of a document without namespaces; the interface has none anywhere. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own character data, children's not included. */
  readonly text: string
}
