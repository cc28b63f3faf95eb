/** What a photograph shows (证件照片): the side with the face, the side with the emblem, a licence, a passport's data page. */
export const paperKinds = ['id-front', 'id-back', 'licence', 'passport', 'other'] as const
export type PaperKind = (typeof paperKinds)[number]

const idCards = new Set(['SFZ', 'GATJZZ', 'WJLSFZ', 'HZ'])
const bothSides = new Set(['WJLSFZ', 'GATJZZ'])

/**
 * The photographs that a certificate of this kind needs (facts on papers, AD 2021): the face side of an ID card; both
 * sides of a residence permit and of a foreigner's permanent residence card.
 */
export function neededPapers(holderType: 'person' | 'organisation', certificate: string): readonly PaperKind[] {
  if (holderType === 'organisation') return ['licence']
  if (bothSides.has(certificate)) return ['id-front', 'id-back']
  return idCards.has(certificate) ? ['id-front'] : ['passport']
}
