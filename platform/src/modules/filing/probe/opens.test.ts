import { describe, expect, it } from 'vitest'
import { opens } from './opens.ts'

describe('a name as the rules ask for it', () => {
  const looks = (open: Readonly<Record<string, boolean | undefined>>) => ({
    look: async (host: string) => ({ open: open[host], because: 'page' as const, addresses: [] }),
  })

  it('opens when it or its www does, and is closed only when both are', async () => {
    expect(await opens('a.cn', looks({ 'a.cn': false, 'www.a.cn': true }))).toBe(true)
    expect(await opens('a.cn', looks({ 'a.cn': false, 'www.a.cn': false }))).toBe(false)
    expect(await opens('a.cn', looks({ 'a.cn': false }))).toBeUndefined()
    expect(await opens('www.a.cn', looks({ 'www.a.cn': false }))).toBe(false)
  })
})
