import { describe, expect, it } from 'vitest'
import type { BulkRow, BulkState } from './bulk-row.ts'
import { csvOfRows } from './csv-of-rows.ts'
import { freeToAdd } from './free-to-add.ts'
import { linesIn } from './lines-in.ts'
import { readNameFile } from './name-file.ts'
import { namesIn } from './names-in.ts'

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

describe('a bulk answer', () => {
  it('is read line by line wherever the network cut it', async () => {
    const text = '{"a":1}\n\n{"b":"二"}\n{"c":3}'
    for (let size = 1; size <= text.length; size++) {
      const lines: string[] = []
      for await (const line of linesIn(cut(text, size))) lines.push(line)
      expect(lines).toEqual(['{"a":1}', '{"b":"二"}', '{"c":3}'])
    }
  })

  it('is exported in the order of lines so that no cell is a formula, and commas and quotes stay in their cell', () => {
    const csv = csvOfRows(
      [
        { line: 3, typed: '龍.cn', name: '龍.cn', state: 'duplicate', of: 2 },
        { line: 1, typed: '=cmd|calc', state: 'refused', findings: [] },
        { line: 2, typed: 'a"b,c', state: 'free', ascii: 'x.cn', price: { registerFen: 2_905, renewFen: null } },
      ],
      {
        titles: ['line', 'typed', 'name', 'ascii', 'state', 'first', 'renewal', 'why'],
        stateOf: ({ state }) => state,
        whyOf: ({ of }) => (of === undefined ? '' : `as ${of}`),
      },
    )
    expect(csv).toBe(
      '\u{feff}line,typed,name,ascii,state,first,renewal,why\r\n' +
        "1,'=cmd|calc,,,refused,,,\r\n" +
        '2,"a""b,c",,x.cn,free,29.05,,\r\n' +
        '3,龍.cn,龍.cn,,duplicate,,,as 2\r\n',
    )
  })
})

describe('names given', () => {
  it('are found in a pasted text, whatever stands between them', () => {
    expect(namesIn('a.cn, b.cn；山月茶.中国、\r\n\n c.cn\t')).toEqual(['a.cn', 'b.cn', '山月茶.中国', 'c.cn'])
    expect(namesIn(' \n')).toEqual([])
  })

  it('in a file are counted before it is sent where lines are names, and a file that cannot be read is refused', async () => {
    const file = (content: string, name: string) => readNameFile(new File([content], name))
    expect(await file('a.cn\r\n\n \nb.cn', 'Names.TXT')).toMatchObject({ type: 'text/plain', names: 2 })
    expect(await file('name\na.cn', 'names.csv')).toMatchObject({ type: 'text/csv', names: undefined })
    expect(await file('%PDF', 'names.pdf')).toMatchObject({ refused: 'bulk.wrongFile' })
    expect(await file('\n \n', 'names.txt')).toMatchObject({ refused: 'bulk.emptyFile' })
    expect(await file('x'.repeat(10 * 1024 * 1024 + 1), 'names.xlsx')).toMatchObject({ refused: 'bulk.tooLarge' })
  })
})

describe('free names for the list (S0-08)', () => {
  const row = (n: number, state: BulkState = 'free'): BulkRow => ({
    line: n,
    typed: `${n}.cn`,
    name: `${n}.com.cn`,
    ascii: `${n}.com.cn`,
    state,
    price: { registerFen: 2_900, renewFen: 3_900 },
  })

  it('are those that are free, priced and not there yet', () => {
    const { free, fitting } = freeToAdd([row(1), row(2, 'taken'), row(3), row(4)], [{ ascii: '3.com.cn' }])
    expect(free).toBe(2)
    expect(fitting.map(({ ascii, suffix }) => [ascii, suffix])).toEqual([
      ['1.com.cn', 'com.cn'],
      ['4.com.cn', 'com.cn'],
    ])
  })

  it('never are more than it has room for', () => {
    const rows = Array.from({ length: 600 }, (_, n) => row(n))
    expect(freeToAdd(rows, [{ ascii: 'other.cn' }])).toMatchObject({ free: 600, fitting: { length: 499 } })
    const full = Array.from({ length: 500 }, (_, n) => ({ ascii: `full-${n}.cn` }))
    expect(freeToAdd(rows, full)).toEqual({ free: 600, fitting: [] })
  })
})
