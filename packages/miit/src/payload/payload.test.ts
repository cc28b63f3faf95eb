import { randomBytes } from 'node:crypto'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { XmlRejected } from '../xml/rejected.ts'
import { decodeDocument, encodeGbk, notInGbk } from './charset.ts'
import { aesKey, encrypt } from './cipher.ts'
import { filingPasswordDigest, freshRandomValue, passwordHash } from './password.ts'
import { PayloadRejected } from './rejected.ts'
import { payloadHash, seal, unseal } from './seal.ts'
import { unzipOne, zipOne } from './zip.ts'

const aes = { key: '0123456789abcdef', iv: '0102030405060708' }
const bytes = (text: string) => Buffer.from(text)

describe('the vectors of the interface', () => {
  it('hashes passwords in GBK with their random value', () => {
    expect(passwordHash('Fictional-密码1', 'AbCdEfGhIj0123456789')).toBe('bdtlpR7Exnua7SFemMdbig==')
    expect(passwordHash('1234567890', 'AbCdEfGhIj0123456789')).toBe('6SMiPQlWZP4N0BccQUmjOQ==')
  })

  it('hashes and encrypts a payload', () => {
    expect(payloadHash(bytes('ZIPBYTES'))).toBe('NlFHrtZ44S3+HB/LSbvrPA==')
    expect(encrypt(bytes('ZIPBYTES'), aes).toString('base64')).toBe('xH8JTFhnMnxwqKVhT93wAw==')
  })

  it('writes a filing password as hexadecimal MD5', () => {
    expect(filingPasswordDigest('1234567890')).toBe('e807f1fcf82d132f9bb018ca6738a19f')
  })
})

describe('a random value', () => {
  it('has twenty letters and digits, all of them possible, and never the bytes that would favour some', () => {
    const values = Array.from({ length: 400 }, () => freshRandomValue(randomBytes))
    for (const value of values) expect(value).toMatch(/^[0-9A-Za-z]{20}$/)
    expect(new Set(values.join('')).size).toBe(62)
    const given = [255, 248, 247, 0, 1]
    expect(freshRandomValue(() => Uint8Array.from(given))).toMatch(/^(z01)+/)
  })
})

describe('GBK', () => {
  it('names the characters that it has no bytes for', () => {
    expect(notInGbk('王㛃与李䶮、吉𠮷')).toEqual(['㛃', '䶮', '𠮷'])
    expect(notInGbk('镕喆堃犇龘·①')).toEqual([])
    expect(notInGbk('plain ASCII, 汉字')).toEqual([])
  })

  it('does not write what decoders read differently: the lone euro byte and characters added later', () => {
    expect(notInGbk('€')).toEqual(['€'])
    expect(notInGbk('㑳')).toEqual(['㑳'])
    expect(() => encodeGbk('䶮')).toThrow(RangeError)
  })

  it('reads GBK, what GB18030 has beyond it, and UTF-8 where the document says so', () => {
    expect(
      decodeDocument(
        Buffer.concat([bytes('<?xml version="1.0" encoding="GBK"?><a>'), encodeGbk('虚构'), bytes('</a>')]),
      ),
    ).toContain('虚构')
    expect(decodeDocument(Buffer.concat([bytes('<a>'), Buffer.from('8230b731', 'hex'), bytes('</a>')]))).toBe(
      '<a>㛃</a>',
    )
    expect(decodeDocument(bytes('<?xml version="1.0" encoding="UTF-8"?><a>䶮</a>'))).toContain('䶮')
  })

  it.each([
    ['GBK that is none', Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xff])],
    ['UTF-8 that is none', Buffer.concat([bytes('<?xml version="1.0" encoding="UTF-8"?><a>'), encodeGbk('虚构')])],
    ['a third encoding', bytes('<?xml version="1.0" encoding="UTF-16"?><a/>')],
  ])('refuses %s', (_, wrong) => {
    expect(() => decodeDocument(wrong)).toThrow(XmlRejected)
  })
})

describe('a sealed payload', () => {
  const xml = encodeGbk('<a>虚构示例</a>')

  it.each([undefined, aes])('opens to the bytes that went in (%o)', async (key) => {
    const sealed = seal(xml, 'data1.xml', key)
    expect(sealed.encryptAlgorithm).toBe(key ? 1 : 0)
    const opened = await unseal(sealed, { aes: key, largestXml: 1000 })
    expect(opened).toEqual({ name: 'data1.xml', bytes: xml })
    expect(seal(xml, 'data1.xml', key)).toEqual(sealed)
  })

  it.each([
    ['hash', { beianInfoHash: 'AAAAAAAAAAAAAAAAAAAAAA==' }],
    ['base64', { beianInfo: '*' }],
    ['base64', { beianInfo: 'AAA' }],
    ['algorithm', { hashAlgorithm: 1 }],
    ['algorithm', { compressionFormat: 1 }],
    ['algorithm', { encryptAlgorithm: 2 }],
    ['decryption', { encryptAlgorithm: 1 }],
  ])('is refused for its %s: %o', async (because, change) => {
    const opening = unseal({ ...seal(xml, 'data1.xml'), ...change }, { largestXml: 1000 })
    await expect(opening).rejects.toMatchObject({ name: 'PayloadRejected', because })
  })

  it('is refused with another key', async () => {
    const opening = unseal(seal(xml, 'a.xml', aes), { aes: { ...aes, key: 'fedcba9876543210' }, largestXml: 1000 })
    await expect(opening).rejects.toBeInstanceOf(PayloadRejected)
  })

  it('says at once when a key cannot be one', () => {
    expect(() => aesKey({ ...aes, key: 'short' })).toThrow('5 bytes, not 16')
    expect(() => aesKey({ ...aes, iv: '0102' })).toThrow('IV has 4 bytes')
    expect(aesKey({ key: '00'.repeat(32), iv: '01'.repeat(16), form: 'hex', keyBytes: 32 }).name).toBe('aes-256-cbc')
  })
})

describe('an archive', () => {
  const refusal = async (zip: Uint8Array, largest = 1000) => unzipOne(zip, largest).catch((error) => error.because)

  it('holds one file with a plain name', async () => {
    expect(await unzipOne(zipOne('abc1.xml', bytes('x')), 1000)).toEqual({ name: 'abc1.xml', bytes: bytes('x') })
    for (const name of ['../a.xml', '数据.xml', 'a b.xml', `${'a'.repeat(125)}.xml`, 'a.txt'])
      expect(() => zipOne(name, bytes('x'))).toThrow(RangeError)
  })

  it('is refused when it holds none, two, or a path', async () => {
    expect(await refusal(zipSync({}))).toBe('entries')
    expect(await refusal(zipSync({ 'a.xml': bytes('x'), 'b.xml': bytes('y') }))).toBe('entries')
    expect(await refusal(zipSync(Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`${i}`, bytes('')]))))).toBe(
      'entries',
    )
    expect(['entry-name', 'zip']).toContain(await refusal(zipSync({ '../a.xml': bytes('x') })))
    expect(['entry-name', 'zip']).toContain(await refusal(zipSync({ 'a/b.xml': bytes('x') })))
  })

  it('is refused when it is a bomb, whether it tells its size or lies about it', async () => {
    const bomb = Buffer.from(zipSync({ 'a.xml': new Uint8Array(10_000_000) }, { level: 9 }))
    expect(bomb.length).toBeLessThan(100_000)
    expect(await refusal(bomb, 1_000_000)).toBe('too-large')
    const lying = Buffer.from(bomb)
    for (const at of [lying.indexOf('PK\x03\x04') + 22, lying.indexOf('PK\x01\x02') + 24]) lying.writeUInt32LE(500, at)
    expect(['zip', 'too-large']).toContain(await refusal(lying, 1_000_000))
  })

  it('is refused when it is cut, spoilt, or none', async () => {
    const zip = zipOne('a.xml', Buffer.alloc(500, 'xyz'))
    expect(await refusal(zip.subarray(0, zip.length - 30))).toBe('zip')
    expect(await refusal(zip.subarray(10))).toBe('zip')
    expect(await refusal(bytes('no archive'))).toBe('zip')
    expect(await refusal(new Uint8Array())).toBe('zip')
    const spoilt = Buffer.from(zip)
    spoilt.writeUInt32LE(0, spoilt.indexOf('PK\x01\x02') + 16)
    expect(await refusal(spoilt)).toBe('zip')
  })
})
