import type { FilingState, FilingTurn } from '../../api/filing.ts'
import type { Turn } from '../../api/types.ts'
import type { Shape } from '../../design/state.tsx'

/** Natures of who files, most usual first. */
export const natures = [
  'enterprise',
  'person',
  'sole-trader',
  'institution',
  'government',
  'social-body',
  'private-non-enterprise',
  'foundation',
  'law-firm',
  'medical',
  'notary',
  'judicial-expertise',
  'arbitration',
  'mass-organisation',
  'religious-body',
  'collective-economy',
  'foreign-cultural-centre',
  'foreign-body',
  'defence',
] as const

export const contents = [
  'portal',
  'shop',
  'web-application',
  'personal-blog',
  'personal-space',
  'forum',
  'search',
  'chat',
  'news',
  'navigation',
  'download',
  'audio-video',
  'games',
  'mail',
  'other',
] as const

export const preApprovals = [
  'news',
  'publishing',
  'drugs-and-devices',
  'culture',
  'radio-film-tv',
  'ride-hailing',
  'finance',
  'off-campus-training',
  'games',
] as const

export const accessModes = ['cloud', 'virtual-host', 'dedicated-line', 'own-server', 'other'] as const
export const serviceKinds = ['website', 'app', 'mini-program', 'quick-app'] as const
/** Systems that an App runs on, and parties that run mini-programs. */
export const appSystems = ['android', 'ios', 'harmony'] as const
export const miniHosts = ['wechat', 'alipay', 'douyin'] as const
export const languages = ['zh', 'zh-Hant', 'en', 'ug', 'bo', 'mn', 'other'] as const

export const shapeOfState: Readonly<Record<FilingState, Shape>> = {
  draft: 'todo',
  'first-review': 'wait',
  returned: 'you',
  photo: 'you',
  ready: 'run',
  'by-hand': 'wait',
  submitting: 'run',
  held: 'run',
  sms: 'you',
  bureau: 'wait',
  lapsed: 'you',
  refused: 'fail',
  passed: 'ok',
  withdrawn: 'off',
}

/** The ministry and the bureaus share a seal (管). */
export const sealOf = (turn: FilingTurn): Turn => (turn === 'ministry' ? 'bureau' : turn)
