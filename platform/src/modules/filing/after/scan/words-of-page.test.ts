import { describe, expect, it } from 'vitest'
import { withoutScripts, withoutTags, wordsOfPage } from './words-of-page.ts'

const parts = ['<script', '<STYLE', '</script>', '</Style>', '<', '>', '/', ' ', '\n', 's', '山', '</scripts>', 'İ']

/** Every page of up to five of the parts. */
function* pages(most: number): Generator<string> {
  if (most === 0) return yield ''
  for (const rest of pages(most - 1)) for (const part of ['', ...parts]) yield part + rest
}

describe('the words of a page that somebody else made', () => {
  it('are what is no script, style or tag', () => {
    expect(wordsOfPage('<p>山 月</p><script>var a = "<b>"</script><style>p{}</style>\n<b>居</b>')).toBe('山月居')
  })

  it('are those that the plain expressions leave, whatever begins and does not end', () => {
    const differ: string[] = []
    for (const page of new Set(pages(4))) {
      if (withoutScripts(page) !== page.replaceAll(/<(script|style)\b.*?<\/\1>/gis, '')) differ.push(page)
      if (withoutTags(page) !== page.replaceAll(/<[^>]*>/g, '')) differ.push(page)
    }
    expect(differ).toEqual([])
  })

  it('are read once, however often something begins that never ends', () => {
    const read = { times: 0, characters: 0 }
    const counted = (page: string) => {
      const { exec } = RegExp.prototype
      const { indexOf } = String.prototype
      read.times = 0
      read.characters = 0
      RegExp.prototype.exec = function (text) {
        const from = this.lastIndex
        const found = exec.call(this, text)
        read.times++
        read.characters += (found ? this.lastIndex : text.length) - from
        return found
      }
      String.prototype.indexOf = function (what, from = 0) {
        const at = indexOf.call(this, what, from)
        read.times++
        read.characters += (at < 0 ? this.length : at + 1) - from
        return at
      }
      try {
        withoutScripts(page)
        withoutTags(page)
      } finally {
        RegExp.prototype.exec = exec
        String.prototype.indexOf = indexOf
      }
      return read.characters
    }
    for (const part of ['<script ', '<style>', '<script <style ', '<', '</script ', '<script></style>'])
      for (const page of [part.repeat(40_000), `${part.repeat(20_000)}</script>${part.repeat(20_000)}`]) {
        expect(counted(page)).toBeLessThanOrEqual(6 * page.length)
        expect(read.times).toBeGreaterThan(0)
      }
    const endless = '<script '.repeat(40_000)
    expect(wordsOfPage(endless)).toBe('<script'.repeat(40_000))
  })
})
