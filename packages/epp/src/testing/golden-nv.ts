import { nvCheck } from '../nv/check.ts'
import { nvCreate } from '../nv/create.ts'
import { nvInfo } from '../nv/info.ts'
import type { RealNameVerification } from '../nv/parts.ts'
import { nvPending } from '../nv/pending.ts'
import { nvUpdate } from '../nv/update.ts'
import { poll } from '../poll/poll.ts'
import { type GoldenPair, pair } from './golden-objects.ts'

const made = '2026-11-23T08:00:00.0Z'
const pw = '2fooBAR'
const encodedSignedCode = Buffer.from('<signedCode>1-abc111</signedCode>').toString('base64')
const person: RealNameVerification = {
  kind: 'rnv',
  role: 'person',
  name: '王小明',
  num: '11010519491231002X',
  proofType: 'poc',
  documents: [
    { fileType: 'jpg', content: '/9j/4AAQ' },
    { fileType: 'pdf', content: 'JVBERi0x' },
  ],
}
const ended = (passed: boolean, message: string) => ({
  code: 1301,
  queue: { count: 1, id: '7', date: made, message: 'Verification ended.' },
  data: nvPending.write({ code: '1-abc111', type: 'domain', passed, message, paDate: made }),
})

export const goldenNv: readonly GoldenPair[] = [
  pair(
    'nv/check',
    nvCheck,
    { labels: ['shanyue', 'baduwu', '山月银行'] },
    {
      data: {
        results: [
          { label: 'shanyue', available: true, restricted: false },
          { label: 'baduwu', available: false, restricted: false, reason: 'Prohibited.' },
          { label: '山月银行', available: true, restricted: true, reason: '需要金融许可', lang: 'zh' },
        ],
      },
    },
  ),
  pair(
    'nv/create-domain',
    nvCreate,
    { input: { kind: 'dnv', name: '山月银行', rnvCode: '1-abc222' }, pw },
    { data: { result: 'success', code: '1-abc111', type: 'domain', crDate: made, encodedSignedCode } },
  ),
  pair(
    'nv/create-person',
    nvCreate,
    { input: person, pw },
    { code: 1001, data: { result: 'pending', code: '1-abc222', type: 'real-name', crDate: made } },
  ),
  pair(
    'nv/create-organisation',
    nvCreate,
    {
      input: { kind: 'rnv', role: 'org', name: '山月公司', num: '91310000MA1K30YM2X', proofType: 'poe', documents: [] },
      pw,
    },
    { data: { result: 'failed', message: '证件与主体不符' } },
  ),
  pair(
    'nv/info',
    nvInfo,
    { code: '1-abc111', pw },
    { data: { kind: 'signedCode', code: '1-abc111', type: 'domain', encodedSignedCode, pw } },
  ),
  pair(
    'nv/info-domain-input',
    nvInfo,
    { type: 'input', code: '1-abc111' },
    { data: { kind: 'input', input: { kind: 'dnv', name: 'shanyue' } } },
  ),
  pair(
    'nv/info-person-input',
    nvInfo,
    { type: 'input', code: '1-abc222' },
    { data: { kind: 'input', input: person, pw } },
  ),
  pair('nv/update', nvUpdate, { code: '1-abc111', pw: '2BARfoo' }),
  pair('nv/poll-passed', poll, { op: 'req' }, ended(true, 'The label passed.')),
  pair('nv/poll-refused', poll, { op: 'req' }, ended(false, '命名含禁止词')),
]
