import { describe, expect, it } from 'vitest'
import { csvOfRows } from './csv-of-rows.ts'
import { linesIn } from './lines-in.ts'

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

  it('is exported so that no cell is a formula, and commas and quotes stay in their cell', () => {
    const csv = csvOfRows(
      [
        { line: 1, typed: '=cmd|calc', state: 'refused', findings: [] },
        { line: 2, typed: 'a"b,c', state: 'free', ascii: 'x.cn', price: { registerFen: 2_905, renewFen: null } },
        { line: 3, typed: '龍.cn', state: 'duplicate', of: 2 },
      ],
      ['line', 'typed', 'ascii', 'state', 'first', 'renewal', 'why'],
      ({ state }) => state,
    )
    expect(csv).toBe(
      '\u{feff}line,typed,ascii,state,first,renewal,why\r\n' +
        "1,'=cmd|calc,,refused,,,\r\n" +
        '2,"a""b,c",x.cn,free,29.05,,\r\n' +
        '3,龍.cn,,duplicate,,,2\r\n',
    )
  })
})
