import { describe, expect, it } from 'vitest'
import { scrub } from './scrub.ts'

const left = '[left out]'

describe('a long text in the log', () => {
  it.each(['a', 'a.', '%40', '<pw ', '1', '-----BEGIN ', 'token '])('of nothing but %j is left as it is', (part) => {
    const text = part.repeat(200_000 / part.length)
    expect(scrub(text) === text).toBe(true)
  })

  it('hides what stands at its end', () => {
    const long = 'a'.repeat(200_000)
    expect(scrub(`${long} zhang@example.cn`) === `${long} ${left}`).toBe(true)
    expect(scrub(`${'a.'.repeat(100_000)} ftp://zhang:pw@host`).endsWith(` ftp://${left}@host`)).toBe(true)
    expect(scrub(`${'<pw '.repeat(50_000)}<pw>open sesame</pw>`).endsWith(`<pw>${left}</pw>`)).toBe(true)
    expect(scrub(`${'-eyJ'.repeat(50_000)} eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln.`)).toBe(`-${left} ${left}.`)
  })
})
