import { domainCreate } from '../domain/create.ts'
import { domainInfo } from '../domain/info.ts'
import { domainUpdate } from '../domain/update.ts'
import { verificationCode } from '../extensions/index.ts'
import { say } from './golden-extensions.ts'
import { type GoldenPair, pair } from './golden-objects.ts'

const made = '2026-11-23T08:00:00.0Z'
const due = '2026-11-28T08:00:00.0Z'
const name = 'example.com'
const info = { name, roid: 'EXAMPLE1-COM', statuses: [{ s: 'serverHold' }], contacts: [], hosts: [], clID: 'YUMING-1' }
const { encodedSignedCode, infData, info: ask } = verificationCode.elements

/** A signed code is opaque here: its making is that of the package for signed codes. */
const encoded = (code: string) => Buffer.from(`<signedCode>${code}</signedCode>`).toString('base64')

export const goldenVerification: readonly GoldenPair[] = [
  pair(
    'verification-code/create',
    domainCreate,
    { name, authInfo: { pw: '2fooBAR' } },
    { data: { name, crDate: made } },
    [say(encodedSignedCode, [encoded('1-abc111'), encoded('1-abc222')])],
  ),
  pair('verification-code/update', domainUpdate, { name, chg: {} }, {}, [
    say(encodedSignedCode, [encoded('1-abc111')]),
  ]),
  pair(
    'verification-code/info',
    domainInfo,
    { name },
    {
      data: info,
      extensions: [
        say(infData, {
          status: 'nonCompliant',
          profiles: [
            {
              name: 'china',
              status: 'nonCompliant',
              missing: [{ type: 'real-name', due }],
              set: [{ type: 'domain', date: made, code: '1-abc111' }],
            },
          ],
        }),
      ],
    },
    [say(ask, {})],
  ),
  pair(
    'verification-code/info-of-profile',
    domainInfo,
    { name },
    {
      data: { ...info, statuses: [{ s: 'ok' }] },
      extensions: [say(infData, { status: 'compliant', profiles: [{ name: 'china', status: 'compliant' }] })],
    },
    [say(ask, { profile: 'china' })],
  ),
  pair(
    'verification-code/info-pending',
    domainInfo,
    { name },
    {
      data: info,
      extensions: [
        say(infData, {
          status: 'pendingCompliance',
          profiles: [
            {
              status: 'pendingCompliance',
              missing: [
                { type: 'domain', due },
                { type: 'real-name', due },
              ],
            },
            { name: 'other', status: 'notApplicable' },
          ],
        }),
      ],
    },
    [say(ask, {})],
  ),
]
