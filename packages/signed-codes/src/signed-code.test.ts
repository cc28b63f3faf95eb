import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { SignedXml } from 'xml-crypto'
import { readSignedCode } from './read-signed-code.ts'
import { SignedCodeRefused } from './refused.ts'
import { signCode, type VerificationCode } from './sign-code.ts'
import { makeProvider, type Provider } from './testing/certificates.ts'

const now = new Date('2026-11-23T08:00:00Z')
const asked: VerificationCode = { type: 'domain', code: '1-abc111' }
let provider: Provider
let other: Provider
let encoded: string
let xml: string

beforeAll(async () => {
  provider = await makeProvider('Provider', now)
  other = await makeProvider('Other', now)
  encoded = signCode(asked, provider.key)
  xml = Buffer.from(encoded, 'base64').toString()
})

const trusting = (...pems: string[]) => ({ trusted: pems.map((pem) => new X509Certificate(pem)), now })
const read = (text: string) => readSignedCode(Buffer.from(text).toString('base64'), trusting(provider.ca))

/** Why it was refused; fails when it was not. */
function because(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof SignedCodeRefused) return error.because
    throw error
  }
  throw new Error('it was accepted')
}

/** A signed code made by other rules than ours. */
function signedBy(
  rules: { signature?: string; digest?: string; canonicalization?: string; xpaths?: string[]; transforms?: string[] },
  bare = xml.replace(/<Signature[\s\S]*<\/Signature>/, ''),
): string {
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
  const signer = new SignedXml({
    privateKey: provider.key.privateKey,
    publicCert: provider.key.certificates.join('\n'),
    signatureAlgorithm: rules.signature ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: rules.canonicalization ?? exclusive,
  })
  for (const xpath of rules.xpaths ?? ['/*'])
    signer.addReference({
      xpath,
      transforms: rules.transforms ?? ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive],
      digestAlgorithm: rules.digest ?? 'http://www.w3.org/2001/04/xmlenc#sha256',
    })
  signer.computeSignature(bare, { location: { reference: '/*', action: 'append' } })
  return signer.getSignedXml()
}

describe('a signed code', () => {
  it('is read back as it was signed, with who signed it', () => {
    expect(read(xml)).toMatchObject({ ...asked, signer: { subject: 'CN=Provider' } })
    const holder = signCode({ type: 'real-name', code: '20-Z9' }, provider.key)
    expect(readSignedCode(holder, trusting(...provider.key.certificates))).toMatchObject({
      type: 'real-name',
      code: '20-Z9',
    })
    expect(read(signedBy({}))).toMatchObject(asked)
  })

  it('is made only of a provider and an id', () => {
    for (const code of ['', 'abc', '1-', '1-a b', '1-a<', 'x-1'])
      expect(() => signCode({ type: 'domain', code }, provider.key)).toThrow(RangeError)
  })

  it('of an unknown, an expired or an early signer is refused', async () => {
    expect(because(() => readSignedCode(encoded, trusting(other.ca)))).toBe('certificate')
    expect(because(() => readSignedCode(encoded, trusting()))).toBe('certificate')
    for (const days of [
      { from: -30, until: -1 },
      { from: 1, until: 30 },
    ]) {
      const late = await makeProvider('Late', now, days)
      expect(because(() => readSignedCode(signCode(asked, late.key), trusting(late.ca)))).toBe('certificate')
    }
  })

  it('of a stranger that shows a trusted certificate is refused', () => {
    const forged = signCode(asked, { ...other.key, certificates: provider.key.certificates })
    expect(because(() => readSignedCode(forged, trusting(provider.ca)))).toBe('signature')
    const both = signCode(asked, { ...other.key, certificates: [...other.key.certificates, provider.ca] })
    expect(because(() => readSignedCode(both, trusting(provider.ca)))).toBe('certificate')
  })

  it('is worth nothing once a byte of code, type or signature differs', () => {
    expect(because(() => read(xml.replace('1-abc111', '1-abc112')))).toBe('signature')
    expect(because(() => read(xml.replace('type="domain"', 'type="real-name"')))).toBe('signature')
    expect(because(() => read(xml.replace(/(?<=<SignatureValue>)./, (first) => (first === 'A' ? 'B' : 'A'))))).toBe(
      'signature',
    )
    expect(because(() => read(xml.replace(/<DigestValue>.{4}/, '<DigestValue>AAAA')))).toBe('signature')
  })

  it('with SHA-1, a key by HMAC or another canonical form is refused', () => {
    const dsig = 'http://www.w3.org/2000/09/xmldsig#'
    expect(because(() => read(signedBy({ signature: `${dsig}rsa-sha1` })))).toBe('algorithm')
    expect(because(() => read(signedBy({ digest: `${dsig}sha1` })))).toBe('algorithm')
    const hmac = xml.replace('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', `${dsig}hmac-sha1`)
    expect(because(() => read(hmac))).toBe('algorithm')
    const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
    expect(because(() => read(signedBy({ canonicalization: inclusive })))).toBe('algorithm')
    expect(because(() => read(signedBy({ transforms: [`${dsig}enveloped-signature`, inclusive] })))).toBe('algorithm')
  })

  it('whose signature is over a part, or over several, is refused', () => {
    expect(because(() => read(signedBy({ xpaths: ['/*', "//*[local-name(.)='code']"] })))).toBe('reference')
    expect(because(() => read(signedBy({ xpaths: ["//*[local-name(.)='code']"] })))).toMatch(/reference|shape/)
    expect(because(() => read(xml.replace('URI="#signedCode"', 'URI=""')))).toBe('reference')
    expect(because(() => read(xml.replace('<Signature ', '<Signature Id="signedCode" ')))).toBe('reference')
  })

  it('wrapped into another, or wrapping another, is refused (signature wrapping)', () => {
    const element = xml.slice(xml.indexOf('<verificationCode'))
    const evil = (signature: string, more = '') =>
      `<v:signedCode xmlns:v="urn:ietf:params:xml:ns:verificationCode-1.0" id="evil"><v:code type="domain">1-evil</v:code>${signature}${more}</v:signedCode>`
    const signature = element.match(/<Signature[\s\S]*<\/Signature>/)?.[0] ?? ''
    const bare = element.replace(signature, '')
    expect(because(() => read(evil(signature)))).toBe('reference')
    expect(because(() => read(evil(signature, bare)))).toBe('shape')
    expect(because(() => read(evil(signature.replace('</Signature>', `<Object>${bare}</Object></Signature>`))))).toBe(
      'shape',
    )
    expect(because(() => read(evil(signature.replace('</KeyInfo>', `${bare}</KeyInfo>`))))).toBe('reference')
    const twins = evil(signature.replace('</KeyInfo>', `${bare}</KeyInfo>`)).replace('id="evil"', 'id="signedCode"')
    expect(because(() => read(twins))).toBe('reference')
    expect(
      because(() => read(element.replace('</verificationCode:code>', `</verificationCode:code>${signature}`))),
    ).toBe('shape')
    expect(because(() => read(`<all>${element}</all>`))).toBe('shape')
  })

  it('means what was signed, however comments and entities dress it', () => {
    expect(read(xml.replace('1-abc111', '1-abc<!-- x -->111'))).toMatchObject(asked)
    expect(read(xml.replace('1-abc111', '1-abc&#49;11'))).toMatchObject(asked)
    expect(read(xml.replace('1-abc111', '<![CDATA[1-abc111]]>'))).toMatchObject(asked)
  })

  it('with a document type, without certificate or signature, or too large is refused', () => {
    const entity = xml.replace(/<verificationCode/, '<!DOCTYPE a [<!ENTITY x "1-abc111">]><verificationCode')
    expect(because(() => read(entity.replace('>1-abc111<', '>&x;<')))).toBe('malformed')
    expect(because(() => read(xml.replace(/<KeyInfo>[\s\S]*<\/KeyInfo>/, '')))).toBe('shape')
    expect(because(() => read(xml.replace(/<X509Data>[\s\S]*<\/X509Data>/, '')))).toBe('certificate')
    expect(because(() => read(xml.replace(/<Signature[\s\S]*<\/Signature>/, '')))).toBe('shape')
    expect(because(() => read(`${' '.repeat(70_000)}${xml}`))).toBe('malformed')
    expect(because(() => readSignedCode('not base64!', trusting(provider.ca)))).toBe('malformed')
  })

  it('damaged anywhere is refused for a stable reason or means the same, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.nat({ max: xml.length - 1 }), fc.string({ maxLength: 4 }), fc.nat({ max: 3 }), (at, put, cut) => {
        const damaged = xml.slice(0, at) + put + xml.slice(at + cut)
        try {
          expect(read(damaged)).toMatchObject(asked)
        } catch (error) {
          expect(error).toBeInstanceOf(SignedCodeRefused)
        }
      }),
      { numRuns: 300 },
    )
  })
})
