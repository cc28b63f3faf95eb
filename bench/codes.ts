import { X509Certificate } from 'node:crypto'
import { readSignedCode, signCode } from '@yuming/signed-codes'
import { makeProvider } from '../packages/signed-codes/src/testing/certificates.ts'
import type { Bench } from './figures.ts'
import { rate } from './rate.ts'

/** One core: signed verification codes made and proven, RSA of 2048 bits. */
export const benchCodes: Bench = async ({ quick, say }) => {
  const seconds = quick ? 3 : 10
  const now = new Date()
  const { key, ca } = await makeProvider('Provider', now)
  const trusted = [new X509Certificate(ca)]
  let made = 0
  let encoded = ''
  say('signing …')
  const signs = rate(seconds, () => {
    encoded = signCode({ type: 'domain', code: `1-a${made++}` }, key)
  })
  say('verifying …')
  const verifies = rate(seconds, () => readSignedCode(encoded, { trusted, now }))
  return [
    { key: 'signsPerSecond', value: signs, unit: '/s', note: 'RSA-SHA256, exclusive canonical XML' },
    { key: 'verifiesPerSecond', value: verifies, unit: '/s', note: 'shape, certificate path, digest, signature' },
  ]
}
