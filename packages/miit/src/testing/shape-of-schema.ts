import type { XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'

/**
 * A published schema as an outline of our own: a line per element, its place by indentation, then how often it may
 * occur (`?`, `+`, `*`, `{1,64}`), and what it holds (`seq`, `all`, `choice`, or a simple type with its bounds).
 * It says what the schema checks and nothing else.
 */
export function shapeOf(schema: string): string {
  const root = parseXml(schema.replace(/<!--[\s\S]*?-->/g, ''))
  const lines: string[] = []
  for (const element of root.children.filter(named('element'))) outline(element, 0, lines)
  return `${lines.join('\n')}\n`
}

const named = (tag: string) => (element: XmlElement) => element.name === `xs:${tag}`
const one = (element: XmlElement, tag: string) => element.children.find(named(tag))

function outline(element: XmlElement, depth: number, lines: string[]): void {
  const complex = one(element, 'complexType')
  const group = complex && ['sequence', 'all', 'choice'].map((tag) => one(complex, tag)).find((found) => found)
  const content = group ? group.name.replace('xs:sequence', 'seq').replace('xs:', '') : simple(element)
  lines.push(`${' '.repeat(depth)}${element.attributes.name}${occurs(element)} ${content}`)
  for (const inner of group?.children.filter((child) => !named('annotation')(child)) ?? []) {
    if (!named('element')(inner))
      throw new Error(`${element.attributes.name} has a ${inner.name} in its ${group?.name}`)
    outline(inner, depth + 1, lines)
  }
  for (const attribute of complex?.children.filter(named('attribute')) ?? [])
    lines.push(
      `${' '.repeat(depth + 1)}@${attribute.attributes.name}${attribute.attributes.use === 'required' ? '' : '?'} any`,
    )
}

function occurs({ attributes: { minOccurs = '1', maxOccurs = '1' } }: XmlElement): string {
  const key = `${minOccurs} ${maxOccurs}`
  const usual: Record<string, string> = { '1 1': '', '0 1': '?', '1 unbounded': '+', '0 unbounded': '*' }
  return usual[key] ?? `{${minOccurs},${maxOccurs}}`
}

function simple(element: XmlElement): string {
  const type = one(element, 'simpleType')
  const restriction = type && one(type, 'restriction')
  const base = restriction?.attributes.base ?? element.attributes.type
  if (base === undefined) return 'any'
  const facet = (...names: string[]): string | undefined =>
    restriction?.children.find((child) => names.some((name) => named(name)(child)))?.attributes.value
  const least = facet('minLength', 'length', 'minInclusive') ?? ''
  const exclusive = facet('maxExclusive')
  const most = facet('maxLength', 'length', 'maxInclusive') ?? (exclusive ? String(Number(exclusive) - 1) : '')
  const bounds = least === '' && most === '' ? '' : ` ${least}..${most}`
  return `${base.replace('xs:', '').replace('base64Binary', 'base64')}${bounds}`
}
