export const enhancedText = {
  'enhanced.title': 'Enhanced check',
  'enhanced.why': 'The registry asks for more papers of the holder of this name',
  'enhanced.said': 'The registry says: {{words}}',
  'enhanced.noticed': 'Notice of {{date}}; everything is due by {{by}}',
  'enhanced.names': 'Otherwise the registry acts on all these .cn names of the holder:',
  'enhanced.late': 'The time is over and the registry may act already; the papers can still be handed in.',
  'enhanced.answered': 'The last answer: {{words}}',
  'enhanced.standing.open': 'Your turn: hand in the photographs below',
  'enhanced.standing.reviewing': 'We are checking them; the answer comes by {{date}}',
  'enhanced.standing.sent': 'With the registry, which decides now',
  'enhanced.standing.passed': 'Accepted by the registry',
  'enhanced.standing.withdrawn': 'The registry asks for nothing any more',
  'enhanced.submit': 'Hand the papers in',
  'identity.kind.hand-held': 'Photograph with the card in hand',
  'identity.how.hand-held':
    'The holder, or the person in charge, with the card in hand; face and card in the picture, the card legible.',
  'identity.kind.pledge': 'The signed pledge',
  'identity.how.pledge':
    'Print the pledge of the registry’s notice, sign it (an organisation seals it), and photograph the whole page.',
  'identity.kind.use-proof': 'Screenshot of the filing, or the pledge of use',
  'identity.how.use-proof':
    'Where the site is filed, a screenshot of the public look-up; otherwise the signed pledge of use, the whole page.',
}
