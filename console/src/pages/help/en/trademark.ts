import type { Article } from '../article.ts'

export const trademark: Article[] = [
  {
    slug: 'trademark-faq',
    title: 'Questions about .商标',
    lead: '.商标 is for those who have a trademark certificate: it is handed in and checked by us before the order, and the registry decides after the registration.',
    updated: '2026-11-29',
    sections: [
      {
        title: 'Who may register?',
        text: [
          'Persons and organisations with a trademark certificate in force. The holder (the template) has to be the owner on the certificate, to the letter.',
        ],
      },
      {
        title: 'What is handed in, and when?',
        list: [
          'Before the order: a photograph of the whole certificate, with its number, owner, words, class and last day as it states them. We check it within 1 working day.',
          'The name is not held meanwhile. Once it has passed, the name can be registered, at the price of the order.',
          'A certificate whose term is over is not taken; hand it in after its renewal.',
        ],
      },
      {
        title: 'Have the words of the mark to be the name?',
        text: [
          'Where they differ the registry may not approve it. We say so and do not stop you; when in doubt, take the words of the mark.',
        ],
      },
      {
        title: 'Does it work at once?',
        text: [
          'Not yet. The registry has to pass both the identity and the qualification; until then the name does not resolve. The page of its reviews tells how far it is, whose turn it is and until when.',
        ],
      },
      {
        title: 'What if the registry does not approve?',
        text: [
          'It deletes the name, and you read its reason. Where our check before the order fails, there was no order, and nothing is charged.',
        ],
      },
      {
        title: 'What without a certificate?',
        list: [
          'Apply for the mark yourself at the Trademark Office of the CNIPA.',
          'Have an agent apply, whose experts search for earlier marks and write the application.',
          'Choose an agent who warrants the registration and pays back as agreed when it fails.',
        ],
        warn: 'It takes months from the application to the certificate. Until you have it .商标 cannot be registered; another suffix can.',
      },
    ],
    sources: [
      { title: 'Manual of registration (2021-01-19): 4 registering .商标' },
      { title: 'Trademark Law, articles 39 and 40: term and renewal (2019-11-01)' },
    ],
  },
]
