import type { XmlElement } from '../xml/element.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { writeElement } from '../xml/write.ts'

/** Something received that nobody here understands, kept as it came. */
export interface Raw {
  /** Path of tags, such as `BASJ.Baxx[0].Wz_xx[0].Xlx`. */
  readonly at: string
  readonly xml: string
}

/** A whole record, or an optional value, that could not be read; the rest of the file was. */
export interface SetAside extends Raw {
  readonly because: string
}

export interface ReadLog {
  readonly unknown: Raw[]
  readonly setAside: SetAside[]
}

/** One element while its children are taken out of it. */
export class Reading {
  readonly element: XmlElement
  readonly at: string
  readonly log: ReadLog
  readonly #taken = new Set<string>()

  constructor(element: XmlElement, at: string, log: ReadLog) {
    this.element = element
    this.at = at
    this.log = log
  }

  /** @throws XmlRejected when it is there twice: which of them would be meant? */
  one(tag: string): XmlElement | undefined {
    const found = this.many(tag)
    if (found.length > 1) throw new XmlRejected('duplicate', `${this.at} has ${tag} ${found.length} times`)
    return found[0]
  }

  required(tag: string): XmlElement {
    const found = this.one(tag)
    if (!found) throw new XmlRejected('missing', `${this.at} has no ${tag}`)
    return found
  }

  many(tag: string): readonly XmlElement[] {
    this.#taken.add(tag)
    return this.element.children.filter((child) => child.name === tag)
  }

  into(element: XmlElement, index?: number): Reading {
    return new Reading(element, `${this.at}.${element.name}${index === undefined ? '' : `[${index}]`}`, this.log)
  }

  setAside(element: XmlElement, error: XmlRejected, index?: number): void {
    this.log.setAside.push({
      at: `${this.at}.${element.name}${index === undefined ? '' : `[${index}]`}`,
      xml: writeElement(element),
      because: error.message,
    })
  }

  setAsideWhole(error: XmlRejected): void {
    this.log.setAside.push({ at: this.at, xml: writeElement(this.element), because: error.message })
  }

  /** Called when everything known was taken: what is left is kept as it came. */
  close(): void {
    for (const child of this.element.children)
      if (!this.#taken.has(child.name))
        this.log.unknown.push({ at: `${this.at}.${child.name}`, xml: writeElement(child) })
  }
}
