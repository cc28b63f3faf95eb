import { encodeGbk, notInGbk } from '../payload/charset.ts'
import { escapeText, unwritable } from '../xml/write.ts'
import type { Problem, ProblemCode } from './problem.ts'

/** One record on its way to text. It collects every problem instead of stopping at the first. */
export class Writing {
  readonly problems: Problem[] = []
  readonly #chunks: string[] = []
  readonly #path: (string | number)[] = []

  element(tag: string, content: string): void {
    this.#chunks.push('<', tag, '>', content, '</', tag, '>')
  }

  /** Text of a person: escaped, and refused where GBK or XML has no form for a character. */
  text(tag: string, value: string): void {
    const bad = notInGbk(value)
    if (unwritable.test(value))
      this.problem('form', { zh: '含有不可见的控制字符', en: 'It has control characters' }, 5008)
    else if (bad.length > 0)
      this.problem(
        'not-encodable',
        {
          zh: `接口用 GBK 编码，无法上报这些字：${bad.join(' ')}`,
          en: `The interface is in GBK, which has no form for: ${bad.join(' ')}`,
        },
        5008,
      )
    this.element(tag, escapeText(value))
  }

  inside(tag: string, content: () => void): void {
    this.#chunks.push('<', tag, '>')
    content()
    this.#chunks.push('</', tag, '>')
  }

  at(key: string | number, content: () => void): void {
    this.#path.push(key)
    content()
    this.#path.pop()
  }

  problem(code: ProblemCode, says: Problem['says'], wouldBe?: number): void {
    this.problems.push({ code, field: this.field, says, ...(wouldBe === undefined ? {} : { wouldBe }) })
  }

  missing(): void {
    this.problem('missing', { zh: '必填', en: 'This is required' })
  }

  get field(): string {
    return this.#path.reduce<string>(
      (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
      '',
    )
  }

  get xml(): string {
    return this.#chunks.join('')
  }

  /** Long plain text (pictures in base64) does not go through the tables of GBK. */
  get bytes(): Buffer {
    const parts: Buffer[] = []
    let short: string[] = []
    for (const chunk of this.#chunks)
      if (chunk.length < 1024) short.push(chunk)
      else {
        parts.push(encodeGbk(short.join('')), encodeGbk(chunk))
        short = []
      }
    return Buffer.concat([...parts, encodeGbk(short.join(''))])
  }
}
