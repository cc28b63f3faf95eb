import { describe, expect, it } from 'vitest'
import { type RegistryRecord, recordReader } from './name-record.ts'

const record: RegistryRecord = {
  clID: 'another',
  ours: false,
  statuses: ['ok'],
  crDate: '2020-05-01T17:00:00Z',
  exDate: '',
}
const named = { name: '山月茶.cn', ascii: 'xn--6oq1i19hj1b.cn', registry: 'cn' }

function reader(answers: (RegistryRecord | undefined | Error)[]) {
  let at = Date.parse('2026-11-24T02:00:00Z')
  let asked = 0
  const read = recordReader(
    async () => {
      asked++
      const next = answers.shift()
      if (next instanceof Error) throw next
      return next
    },
    () => new Date(at),
  )
  return { read, asked: () => asked, pass: (ms: number) => (at += ms) }
}

describe('the record of a taken name', () => {
  it('says what the registry said, its days counted in China, and what it did not say as null', async () => {
    const { read } = reader([record])
    expect(await read(named)).toEqual({
      name: '山月茶.cn',
      ascii: 'xn--6oq1i19hj1b.cn',
      registrar: 'another',
      ours: false,
      since: '2020-05-02',
      until: null,
      statuses: ['ok'],
      askedAt: '2026-11-24T02:00:00.000Z',
    })
  })

  it('is asked once by many readers, and again after ten minutes', async () => {
    const { read, asked, pass } = reader([record, undefined])
    await Promise.all([read(named), read(named), read(named)])
    pass(599_000)
    await read(named)
    expect(asked()).toBe(1)
    pass(2_000)
    expect(await read(named)).toBe('free')
    expect(asked()).toBe(2)
  })

  it('is not kept from those who ask after the name was registered, because it was free before', async () => {
    const { read, asked } = reader([undefined, record])
    expect(await Promise.all([read(named), read(named)])).toEqual(['free', 'free'])
    expect(await read(named)).toMatchObject({ registrar: 'another' })
    expect(asked()).toBe(2)
  })

  it('is not remembered when the registry did not answer', async () => {
    const { read, asked } = reader([new Error('no answer'), record])
    await expect(read(named)).rejects.toThrow('no answer')
    expect(await read(named)).toMatchObject({ registrar: 'another' })
    expect(asked()).toBe(2)
  })
})
