export const designText = {
  'design.title': 'Parts',
  'design.lead': 'Every part in every state, for those who build pages.',
}
