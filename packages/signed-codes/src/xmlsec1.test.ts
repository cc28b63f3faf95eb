import { execFileSync, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSignedCode } from './read-signed-code.ts'
import { signCode } from './sign-code.ts'
import { makeProvider, type Provider } from './testing/certificates.ts'

const installed = spawnSync('xmlsec1', ['--version']).status === 0
if (!installed) console.warn('SKIPPED: xmlsec1 is not installed; signed codes are not cross-checked')

// xmlsec1 checks certificates by the machine's clock.
const now = new Date()
const idAttribute = ['--id-attr:id', 'urn:ietf:params:xml:ns:verificationCode-1.0:signedCode']
const folder = mkdtempSync(join(tmpdir(), 'signed-codes-'))
const file = (name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!installed)('another implementation of XML Signature (xmlsec1)', () => {
  let provider: Provider
  beforeAll(async () => {
    provider = await makeProvider('Provider', now)
  })

  it('accepts what we sign, and no longer when a letter is changed', () => {
    const xml = Buffer.from(signCode({ type: 'domain', code: '1-abc111' }, provider.key), 'base64').toString()
    const ca = file('ca.pem', provider.ca)
    const verify = (text: string) =>
      spawnSync('xmlsec1', ['--verify', ...idAttribute, '--trusted-pem', ca, file('code.xml', text)]).status
    expect(verify(xml)).toBe(0)
    expect(verify(xml.replace('1-abc111', '1-abc112'))).not.toBe(0)
  })

  it('signs what we accept, with other prefixes and line breaks than ours', () => {
    const dsig = 'http://www.w3.org/2000/09/xmldsig#'
    const template = `<?xml version="1.0"?>
<vc:signedCode xmlns:vc="urn:ietf:params:xml:ns:verificationCode-1.0" xmlns:ds="${dsig}" id="code-7">
  <vc:code type="real-name">1-xyz</vc:code>
  <ds:Signature>
    <ds:SignedInfo>
      <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
      <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>
      <ds:Reference URI="#code-7">
        <ds:Transforms>
          <ds:Transform Algorithm="${dsig}enveloped-signature"/>
          <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>
        </ds:Transforms>
        <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>
        <ds:DigestValue/>
      </ds:Reference>
    </ds:SignedInfo>
    <ds:SignatureValue/>
    <ds:KeyInfo><ds:X509Data><ds:X509Certificate/></ds:X509Data></ds:KeyInfo>
  </ds:Signature>
</vc:signedCode>`
    const keys = `${file('key.pem', provider.key.privateKey)},${file('cert.pem', provider.key.certificates[0] ?? '')}`
    const signed = join(folder, 'signed.xml')
    const input = file('template.xml', template)
    execFileSync('xmlsec1', ['--sign', ...idAttribute, '--privkey-pem', keys, '--output', signed, input])
    const trusted = [new X509Certificate(provider.ca)]
    expect(readSignedCode(readFileSync(signed).toString('base64'), { trusted, now })).toMatchObject({
      type: 'real-name',
      code: '1-xyz',
    })
  })
})
