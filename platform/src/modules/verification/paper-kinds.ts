import { certificateKind } from '@yuming/identity'

/** What a photograph shows (证件照片): the side with the face, the side with the emblem, a licence, a passport's data page. */
export const paperKinds = ['id-front', 'id-back', 'licence', 'passport', 'other'] as const
/** What a name's qualification is proved with (资质材料). */
export const qualificationKinds = [
  'trademark-certificate',
  'organisation-proof',
  'licence-proof',
  'application-form',
] as const

export type PaperKind = (typeof paperKinds)[number] | (typeof qualificationKinds)[number]
export type HolderPaperKind = (typeof paperKinds)[number]

/** In the order in which they are asked for and shown. */
export const allPaperKinds: readonly PaperKind[] = [...paperKinds, ...qualificationKinds]

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
