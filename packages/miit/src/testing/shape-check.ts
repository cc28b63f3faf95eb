import type { XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'

interface Shape {
  readonly name: string
  readonly min: number
  readonly max: number
  readonly content: string
  readonly children: Shape[]
}

/** Checks documents against an outline that `shapeOf` made. @throws Error with the first thing that is wrong */
export function shapeCheck(outline: string): (text: string) => void {
  const root = read(outline)
  return (text) => {
    const element = parseXml(text)
    if (element.name !== root.name) throw new Error(`the root is ${element.name}, not ${root.name}`)
    check(element, root, root.name)
  }
}

function read(outline: string): Shape {
  const open: Shape[] = []
  for (const line of outline.split('\n').filter((text) => text.trim() !== '')) {
    const [, indent = '', name = '', often = '', content = ''] =
      /^( *)(@?\w+)([?+*]|\{\d+,\d+\})? (.+)$/.exec(line) ?? []
    const [min = 1, max = 1] = bounds(often)
    const shape: Shape = { name, min, max, content, children: [] }
    open.length = indent.length
    open.at(-1)?.children.push(shape)
    open.push(shape)
  }
  const [root] = open
  if (!root) throw new Error('the outline is empty')
  return root
}

function bounds(often: string): readonly number[] {
  if (often === '?') return [0, 1]
  if (often === '+') return [1, Number.POSITIVE_INFINITY]
  if (often === '*') return [0, Number.POSITIVE_INFINITY]
  return [...often.matchAll(/\d+/g)].map(Number)
}

function check(element: XmlElement, shape: Shape, at: string): void {
  for (const { name, min } of shape.children.filter((child) => child.name.startsWith('@')))
    if (min > 0 && element.attributes[name.slice(1)] === undefined) throw new Error(`${at} has no ${name}`)
  const parts = shape.children.filter((child) => !child.name.startsWith('@'))
  if (!['seq', 'all', 'choice'].includes(shape.content)) {
    checkText(element, shape, at)
    return
  }
  for (const child of element.children) {
    const part = parts.find(({ name }) => name === child.name)
    if (!part) throw new Error(`${at} may not have ${child.name}`)
    check(child, part, `${at}.${child.name}`)
  }
  const count = (part: Shape) => element.children.filter(({ name }) => name === part.name).length
  const present = parts.filter((part) => count(part) > 0)
  if (shape.content === 'choice') {
    if (present.length > 1 || (present.length === 0 && !parts.some(({ min }) => min === 0)))
      throw new Error(`${at} must have one of ${parts.map(({ name }) => name).join(', ')}`)
  } else
    for (const part of parts)
      if (count(part) < part.min || count(part) > part.max)
        throw new Error(`${at} has ${part.name} ${count(part)} times`)
  if (shape.content === 'seq') {
    const order = element.children.map(({ name }) => parts.findIndex((part) => part.name === name))
    if (order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0)))
      throw new Error(`${at} is out of order`)
  }
}

function checkText({ text, children }: XmlElement, { content }: Shape, at: string): void {
  if (content === 'any') return
  if (children.length > 0) throw new Error(`${at} has elements in its text`)
  const [type, range = ''] = content.split(' ')
  const [least = '', most = ''] = range.split('..')
  const measured =
    type === 'long' ? (/^-?\d+$/.test(text.trim()) ? BigInt(text.trim()) : undefined) : BigInt([...text].length)
  if (measured === undefined) throw new Error(`${at} is no number`)
  if (least !== '' && measured < BigInt(least)) throw new Error(`${at} is under ${least}`)
  if (most !== '' && measured > BigInt(most)) throw new Error(`${at} is over ${most}`)
  if (type === 'base64' && !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw new Error(`${at} is not base64`)
}
