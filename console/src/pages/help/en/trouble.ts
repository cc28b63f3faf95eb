import type { Article } from '../article.ts'

export const trouble: Article[] = [
  {
    slug: 'faq',
    title: 'Questions about registration',
    lead: 'What is asked most about searching, ordering, paying and afterwards.',
    updated: '2026-11-23',
    sections: [
      {
        title: 'It says “free”: is the name mine?',
        text: [
          'No. That is the answer of the moment; we go to the registry after payment. If somebody else was first, you get all of it back.',
        ],
      },
      {
        title: 'May I buy before I am verified?',
        text: [
          'For most suffixes yes, and then you have 5 days. A few suffixes ask for verification first; the order page says so.',
        ],
      },
      {
        title: 'I paid and it stays “in progress”',
        text: [
          'Most likely the registry’s answer did not come back. We do not send the command again, so that you never buy twice; we look up whether it was done, usually within 2 minutes. You may close the page; the result comes by mail.',
        ],
      },
      {
        title: 'I mistyped the name',
        text: [
          'It can be neither changed nor refunded. Look once more on the confirmation page; hover over a Chinese name to see its Punycode form.',
        ],
      },
      {
        title: 'Why can a sub-user not order?',
        text: [
          'Registering and renewing spend the owner’s money, so only the owner’s account may, on the site and by API alike. Sign out and use the owner’s account.',
        ],
      },
      {
        title: 'What comes after registration?',
        list: [
          'Verification, if you have not done it.',
          'Point the name at your server.',
          'If the server is in mainland China, file first, then open the site.',
          'Turn automatic renewal on.',
        ],
      },
      {
        title: 'My name shows as xn--…',
        text: [
          'That is how a Chinese name travels in the network (Punycode); it is the same name. We show the characters; the other form is a hover away.',
        ],
      },
    ],
    sources: [{ title: 'Guide to the registration flow and manual of registration: the flow and what follows' }],
  },
  {
    slug: 'registration-failed',
    title: 'Why a registration fails',
    lead: 'The order page states the reason for each name; here is what to do about each. The money of a failed line always comes back by itself.',
    updated: '2026-11-23',
    sections: [
      {
        title: 'Somebody else was first',
        text: ['Between payment and the command the name was taken. Choose another name or suffix.'],
      },
      {
        title: 'The name breaks a rule',
        text: [
          'Reserved by the registry, a forbidden word, or a name beginning with “China” or “national”. See the rule cited and choose another; if you are that body, have the proof ready.',
        ],
      },
      {
        title: 'The holder does not fit the suffix',
        text: ['For example a person of Hong Kong with .cn. Choose another holder or suffix.'],
      },
      {
        title: 'Data in a wrong form',
        list: [
          'An area code in the place of the country code: mainland China is +86.',
          'Chinese punctuation in the English address; a name over 64 characters.',
          'Make a correct template under “Identity” and order again.',
        ],
      },
      {
        title: 'The registry did not answer',
        text: [
          'While the outcome is unknown we find out first and never send twice. Not done: refunded. Done: treated as success.',
        ],
      },
      {
        title: 'The holder’s mail address is not verified',
        text: ['Open the link in the letter; it can be sent again under “Identity”.'],
      },
    ],
    sources: [
      {
        title:
          'Guide to the registration flow (2019): failed registration; manual of registration (2021-01-19): 8 after registration',
      },
      { title: 'RFC 5730: result codes', url: 'https://www.rfc-editor.org/rfc/rfc5730' },
    ],
  },
]
