import { decodeDocument } from '../payload/charset.ts'
import type { Profile } from '../profile/profile.ts'
import type { TagWords } from '../profile/tag-words.ts'
import type { XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'

/** One value of a document, as it stands in it. */
export interface DocumentField {
  /** Path of tags, such as `UploadData.ICP.XZBA.Baxx[1].Zt_xx.Dwmc`. */
  readonly at: string
  /** What its element is; undefined for one that this version does not know. */
  readonly words: Pick<TagWords, 'zh' | 'en'> | undefined
  readonly shown: TagWords['shown']
  /** Empty where it is a file. */
  readonly value: string
  /** Of a file. */
  readonly bytes?: number
}

/**
 * Every value of a document in its order, both ways alike: for people who have to see what was sent or came.
 * An element that the version does not know counts as personal.
 * @throws XmlRejected when it is no document
 */
export function documentFields(profile: Profile, document: Uint8Array): readonly DocumentField[] {
  const found: DocumentField[] = []
  const root = parseXml(decodeDocument(document))
  walk(root, root.name)
  return found

  function walk(element: XmlElement, at: string): void {
    const { name, children, text } = element
    if (children.length === 0 || text !== '') found.push(fieldOf(name, at, text))
    const many = new Map<string, number>()
    for (const child of children) many.set(child.name, (many.get(child.name) ?? 0) + 1)
    const seen = new Map<string, number>()
    for (const child of children) {
      const index = seen.get(child.name) ?? 0
      seen.set(child.name, index + 1)
      walk(child, `${at}.${child.name}${many.get(child.name) === 1 ? '' : `[${index}]`}`)
    }
  }

  function fieldOf(tag: string, at: string, text: string): DocumentField {
    const known = profile.tagWords.get(tag)
    const words = known && { zh: known.zh, en: known.en }
    const shown = known?.shown ?? 'personal'
    return shown === 'file'
      ? { at, words, shown, value: '', bytes: Math.floor((text.replace(/[\s=]/g, '').length * 3) / 4) }
      : { at, words, shown, value: text.trim() }
  }
}
