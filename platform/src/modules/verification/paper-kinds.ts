import { certificateKind } from '@yuming/identity'

/** What a photograph shows (证件照片): the side with the face, the side with the emblem, a licence, a passport's data page, the letter of an organisation's representative (授权书). */
export const paperKinds = ['id-front', 'id-back', 'licence', 'passport', 'authorisation', 'other'] as const
/** What a name's qualification is proved with (资质材料). */
export const qualificationKinds = [
  'trademark-certificate',
  'organisation-proof',
  'licence-proof',
  'application-form',
] as const

/** What the registry of .cn asks for in an enhanced check (强化实名): both sides of the card, held in hand, a pledge, and what the name is used for. */
export const enhancedKinds = ['id-front', 'id-back', 'hand-held', 'pledge', 'use-proof'] as const
export type EnhancedKind = (typeof enhancedKinds)[number]

export type PaperKind = (typeof paperKinds)[number] | (typeof qualificationKinds)[number] | EnhancedKind
export type HolderPaperKind = (typeof paperKinds)[number]

/** In the order in which they are asked for and shown. */
export const allPaperKinds: readonly PaperKind[] = [
  ...new Set<PaperKind>([...paperKinds, ...qualificationKinds, ...enhancedKinds]),
]

/**
 * The photographs that a certificate of this kind needs (facts on papers, AD 2021): the data page of a passport; the face
 * side of an ID card; both sides of a residence permit and of a foreigner's permanent residence card.
 * @param certificate id of the kind
 */
export function neededPapers(holderType: 'person' | 'organisation', certificate: string): readonly HolderPaperKind[] {
  if (holderType === 'organisation') return ['licence']
  const kind = certificateKind(certificate)
  if (kind?.numberForm === 'passport') return ['passport']
  return kind?.sides === 2 ? ['id-front', 'id-back'] : ['id-front']
}

/** What may be handed in besides: the representative's letter, where somebody else acts for an organisation. */
export function offeredPapers(holderType: 'person' | 'organisation'): readonly HolderPaperKind[] {
  return holderType === 'organisation' ? ['authorisation'] : []
}

/** How a photograph of a kind is looked at by machine: a letter has no shape of its own. */
export function shapeOf(kind: PaperKind): Exclude<HolderPaperKind, 'authorisation'> {
  const shape = paperKinds.find((one) => one === kind)
  return shape === undefined || shape === 'authorisation' ? 'other' : shape
}
