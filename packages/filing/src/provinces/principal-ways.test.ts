import { describe, expect, it } from 'vitest'
import { principalWays } from './principal-ways.ts'

describe('the way in which a principal is verified', () => {
  it('is the bureau’s own App in Shanghai, whatever the country does (S3-59)', () => {
    expect(principalWays('310000', '2026-11-24')).toEqual(['bureau-app'])
    expect(principalWays('上海市', '2018-06-01')).toEqual(['bureau-app'])
    expect(principalWays('310000', '2018-05-20')).toEqual([])
  })

  it('is that of the country elsewhere, by its day (S3-51, S3-60)', () => {
    expect(principalWays('330000', '2018-06-01')).toEqual(['curtain'])
    expect(principalWays('440000', '2018-06-01')).toEqual(['app-photo'])
    expect(principalWays('330000', '2026-11-24')).toEqual(['face', 'video'])
    expect(principalWays(undefined, '2026-11-24')).toEqual(['face', 'video'])
  })
})
