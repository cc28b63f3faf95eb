import type { FilingStepName } from '../../api/filing.ts'

/** The step of the wizard in which a field of the draft is filled in. */
export function stepOfField(field: string): FilingStepName {
  if (/^services\.\d+\.access(\.|$)/.test(field)) return 'access'
  if (field.startsWith('services')) return 'services'
  if (field.startsWith('subject')) return 'subject'
  return field.startsWith('papers') ? 'papers' : 'order'
}
