export const nextStepsText = {
  'next.title': 'Next',
  'next.why': 'In this order it takes the least time',
  'next.only': '{{names}}: ',
  'next.andMore': '{{names}} and others, {{count}} in all',
  'next.domains': 'See your new names',
  'next.domainsWhy': 'One row each: how it stands and what to do next.',
  'next.identity': 'Real-name verification',
  'next.identity.now': 'Hand the papers in by {{by}}, or the name stops resolving.',
  'next.identity.reviewing': 'The papers are in; the name may not resolve until they have passed.',
  'next.identity.state.reviewing': 'Under review, nothing for you to do',
  'next.identity.open': 'Verify',
  'next.filing': 'ICP filing',
  'next.filing.waits':
    'A server in mainland China needs the filing first. The verified holder reaches the filing system in 3 to 5 working days: it can be handed in from {{earliest}} at the earliest, {{latest}} at the latest.',
  'next.filing.after':
    'A server in mainland China needs the filing first. It can be handed in 3 to 5 working days after the holder is verified.',
  'next.filing.open':
    'A server in mainland China needs the filing first. The verified holder is known there: it can be handed in now.',
  'next.filing.closed': 'Cannot be filed: do not put its site on a server in mainland China.',
  'next.filing.unknown':
    'A server in mainland China needs the filing first. Whether this suffix can be filed is not known: ask your hosting provider.',
  'next.filing.unsure': 'The holidays of next year are not announced; Monday to Friday were counted.',
  'next.filing.state.waits': 'Waiting for the copy; prepare the papers meanwhile',
  'next.filing.state.after': 'Waiting for the verification',
  'next.filing.rule': 'The rule',
  'next.filing.prepare': 'How to prepare',
  'next.filing.begin': 'Begin a filing',
  'next.renew': 'Turn automatic renewal on',
  'next.renewWhy':
    'Renews for a year from the balance 7 days before expiry, first on {{date}}; tried daily if the balance is short.',
  'next.renewTurn': 'Turn on',
  'next.renewOn': 'On',
}
