import { madeUpCard } from '@yuming/papers/testing'
import type { ApiClient } from './api-client.ts'

interface Marked {
  /** Under .商标. */
  readonly name: string
  readonly owner: string
  readonly template: string
}

/** Hands a made-up trademark certificate in for a name, as its customer would; returns the number of the case. */
export async function handInMark(client: ApiClient, { name, owner, template }: Marked): Promise<string> {
  const at = (rest: string) => `qualifications/${encodeURIComponent(name)}/${rest}?template=${template}`
  await client.post('consents', { purpose: 'identity-papers' })
  const certificate = await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer()
  const kept = await client.raw('POST', at('papers/trademark-certificate'), new Uint8Array(certificate), {
    'content-type': 'image/jpeg',
  })
  if (kept.status !== 201) throw new Error(`a certificate was answered with ${kept.status}`)
  const [mark = ''] = name.split('.')
  const declared = { kind: 'trademark', number: '12345678', owner, mark, class: 30, endsOn: '2036-01-01' }
  return (await client.post<{ number: string }>(at('submit'), declared)).number
}
