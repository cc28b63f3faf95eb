import { describe, expect, it } from 'vitest'
import { rowOfField } from './holder-rows.ts'

describe('rows that are compared with the paper', () => {
  it('are marked by reasons that are about them, and only by those', () => {
    expect(rowOfField('certificate.number')).toBe('number')
    expect(rowOfField('holder.street')).toBe('address')
    expect(rowOfField('holder.name.en')).toBe('name')
    expect(rowOfField('paper')).toBeUndefined()
  })
})
