import PDFDocument from 'pdfkit'
import { MissingGlyph } from './missing-glyph.ts'
import { typeface } from './typeface.ts'

const margin = 56
const ink = '#1D1A16'
const quiet = '#5C564D'
const line = '#857E70'
const labelWidth = 128

/** [label, value]; an empty value leaves room to write. */
export type FormRow = readonly [label: string, value: string]

interface Glyphs {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } }
}

/** An A4 paper, written from top to bottom. Points (1/72 inch) throughout. */
export class Sheet {
  readonly #document: PDFKit.PDFDocument
  readonly #whole: Promise<Buffer>
  readonly #foot: string
  readonly #width: number

  constructor(about: { title: string; foot: string }) {
    this.#document = new PDFDocument({
      size: 'A4',
      margin,
      bufferPages: true,
      lang: 'zh-CN',
      info: { Title: about.title },
    })
    this.#foot = about.foot
    this.#width = this.#document.page.width - 2 * margin
    const chunks: Buffer[] = []
    this.#document.on('data', (chunk: Buffer) => chunks.push(chunk))
    this.#whole = new Promise((resolve, reject) => {
      this.#document.on('end', () => resolve(Buffer.concat(chunks)))
      this.#document.on('error', reject)
    })
    this.#document.registerFont('body', typeface())
    this.#document.font('body').fillColor(ink)
  }

  title(text: string, under?: string): this {
    this.#document.fontSize(20).text(this.#printable(text), { align: 'center' })
    if (under)
      this.#document
        .moveDown(0.3)
        .fontSize(10)
        .fillColor(quiet)
        .text(this.#printable(under), { align: 'center' })
        .fillColor(ink)
    this.#document.moveDown(1)
    return this
  }

  heading(text: string): this {
    this.#keep(48)
    this.#document.moveDown(0.4).fontSize(12).text(this.#printable(text), margin).moveDown(0.4)
    return this
  }

  paragraph(text: string): this {
    this.#document.fontSize(10.5).text(this.#printable(text), margin, undefined, { width: this.#width, lineGap: 5 })
    this.#document.moveDown(0.4)
    return this
  }

  numbered(items: readonly string[]): this {
    for (const [index, item] of items.entries()) this.paragraph(`${index + 1}. ${item}`)
    return this
  }

  /** A ruled table of two columns. */
  table(rows: readonly FormRow[]): this {
    const { page } = this.#document
    const valueWidth = this.#width - labelWidth - 24
    this.#document.fontSize(10.5)
    for (const [label, value] of rows) {
      const printed = this.#printable(value)
      const height = Math.max(this.#document.heightOfString(printed || ' ', { width: valueWidth, lineGap: 3 }), 15) + 10
      this.#keep(height)
      const top = this.#document.y
      this.#document.lineWidth(0.6).strokeColor(line)
      this.#document.rect(margin, top, this.#width, height).stroke()
      this.#document
        .moveTo(margin + labelWidth, top)
        .lineTo(margin + labelWidth, top + height)
        .stroke()
      this.#document.fillColor(quiet).text(this.#printable(label), margin + 8, top + 5, { width: labelWidth - 16 })
      this.#document.fillColor(ink).text(printed, margin + labelWidth + 12, top + 5, { width: valueWidth, lineGap: 3 })
      this.#document.x = page.margins.left
      this.#document.y = top + height
    }
    this.#document.moveDown(0.6)
    return this
  }

  /** Lines to be filled in by hand, a box before each. */
  boxes(items: readonly string[]): this {
    for (const item of items) {
      this.#keep(20)
      const top = this.#document.y
      this.#document
        .lineWidth(0.8)
        .strokeColor(ink)
        .rect(margin + 2, top + 3, 9, 9)
        .stroke()
      this.#document
        .fontSize(10.5)
        .text(this.#printable(item), margin + 20, top, { width: this.#width - 20, lineGap: 4 })
      this.#document.x = margin
    }
    this.#document.moveDown(0.4)
    return this
  }

  /** Where people sign, stamp and date; each gets a line of its own to write on. */
  signatures(labels: readonly string[]): this {
    this.#keep(44 * labels.length)
    this.#document.moveDown(1)
    for (const label of labels) {
      const top = this.#document.y + 14
      this.#document.fontSize(10.5).text(this.#printable(label), margin + this.#width - 270, top)
      this.#document.lineWidth(0.6).strokeColor(line)
      this.#document
        .moveTo(margin + this.#width - 130, top + 15)
        .lineTo(margin + this.#width, top + 15)
        .stroke()
      this.#document.y = top + 26
    }
    this.#document.x = margin
    return this
  }

  /** @returns the bytes of the PDF */
  async done(): Promise<Buffer> {
    const { start, count } = this.#document.bufferedPageRange()
    for (let page = start; page < start + count; page += 1) {
      this.#document.switchToPage(page)
      // Below the margin, where a text would begin a page of its own.
      this.#document.page.margins.bottom = 0
      this.#document
        .fontSize(8.5)
        .fillColor(quiet)
        .text(
          this.#printable(`${this.#foot}    第${page + 1}页，共${count}页`),
          margin,
          this.#document.page.height - 40,
          {
            width: this.#width,
            align: 'center',
            lineBreak: false,
          },
        )
    }
    this.#document.end()
    return this.#whole
  }

  /** Begins a page where less than `height` is left. */
  #keep(height: number): void {
    if (this.#document.y + height > this.#document.page.height - margin) this.#document.addPage()
  }

  /** @throws MissingGlyph */
  #printable(text: string): string {
    const { font } = (this.#document as unknown as Glyphs)._font
    const missing = [...new Set([...text])].filter(
      (character) => character !== '\n' && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    )
    if (missing.length > 0) throw new MissingGlyph(missing)
    return text
  }
}
