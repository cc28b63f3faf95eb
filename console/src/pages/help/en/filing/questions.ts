import type { Article } from '../../article.ts'

export const questions: Article[] = [
  {
    slug: 'filing-faq',
    about: 'filing',
    title: 'Questions about filing',
    lead: 'Cost, validity, second-level names, returns and checks: what is asked most.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'Does it cost anything?',
        text: ['Filing itself is free. Servers, domains and other products are charged as usual.'],
      },
      {
        title: 'How long does it last?',
        text: ['For good; there is no yearly renewal. Changes must be filed, and a site that ends is cancelled.'],
      },
      {
        title: 'What if something changes?',
        text: [
          'For a change of subject or site one source says 30 days, a newer one 10 working days. We remind you by the earlier day, and show both.',
        ],
      },
      {
        title: 'How many second-level names may a subject have?',
        text: ['There is no stated limit. Each site’s content must comply, and what is filed must be kept current.'],
      },
      {
        title: 'Why did the review fail?',
        text: [
          'Mostly incomplete papers, data that disagree, or content that is not allowed. Put right what the reason says and submit again; what you filled in is kept.',
        ],
        links: [{ title: 'Common reasons for a return', to: '/filing-reasons' }],
      },
      {
        title: 'The bureau wants a check: what do I do?',
        text: [
          'Some bureaus have providers check filed sites from time to time. We send you what is asked by mail, SMS and message; answer by the day that it names.',
        ],
      },
      {
        title: 'My server is abroad. Must I file?',
        text: ['No. Only a site on a mainland server is filed.'],
      },
      {
        title: 'What if papers are forged?',
        text: ['The applicant goes on a blacklist, which weighs on later filings.'],
      },
      {
        title: 'Can I do it by phone alone?',
        text: [
          'Yes. Forms and progress work on a phone; papers and the principal’s photograph are taken with it anyway. Then go back to the page of the filing and submit.',
        ],
      },
    ],
    sources: [
      { title: 'Guide to filing second-level names: questions' },
      { title: 'Documentation of a provider: changes (2025-12-31): 10 working days' },
      { title: 'Manual of registration (2021-01-19): 8 after registration' },
    ],
  },
  {
    slug: 'filing-domain-check',
    about: 'filing',
    title: 'When the check of the domain fails',
    lead: 'The domain is checked first: verification, holder, suffix, registrar, validity, and whether it opens. What failed is shown with its rule and source.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'Verified, but not found',
        text: [
          'Bureaus go by the ministry’s store. After verification we report to the ministry, and its receipt counts; about 3 working days. You may fill in the filing meanwhile; it goes on by itself, so do not submit again and again.',
          'For a name registered elsewhere its registrar reports it; allow 3 to 5 working days.',
        ],
      },
      {
        title: 'Holder and subject differ',
        list: [
          'Name, kind of paper and number must all agree, down to full-width or half-width brackets.',
          'An organisation cannot file with a person’s domain. A few provinces take that of the legal representative, with proof.',
          'Two ways out: move the domain to the subject, or let the holder be the subject. After a change of holder allow 3 working days again.',
        ],
      },
      {
        title: 'Suffix, registrar, validity',
        list: [
          'Suffix and registrar must be approved by the ministry. From a registrar abroad, transfer the domain to an approved one first.',
          'The domain is valid, with days to spare: most provinces want more than 3 months; see yours.',
        ],
      },
      {
        title: 'The name opens',
        text: [
          'A name without a number must neither resolve to a site nor open before it has passed. Pause its records; the check looks again. One that is filed is the opposite: it must open, with the number in the footer.',
        ],
      },
      {
        title: 'The domain is filed by somebody else',
        text: [
          'Ask that subject to cancel it; if nobody can be found, apply to the bureau of that province with your domain certificate, about 20 working days.',
        ],
        links: [
          { title: 'My domains', to: '/domains' },
          { title: 'Look a filing up', to: '/filing-numbers' },
          { title: 'What provinces ask', to: '/filing-rules' },
        ],
      },
    ],
    sources: [
      { title: 'Manual of filing (2018): domains' },
      { title: 'Notice of the ministry on domain names of internet information services (in force 2018-01-01)' },
      { title: 'Documentation of providers: domain check (2019-09, 2025-12-31)' },
    ],
  },
  {
    slug: 'filing-sms-check',
    about: 'filing',
    title: 'The SMS check',
    lead: 'After we submit, the ministry sends six-digit codes to the principals. Enter them within 24 hours, and the filing enters the bureau’s review.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'How',
        steps: [
          'The message comes within about 5 minutes of submission. We tell you too.',
          'Open the address in it: the ministry’s system, or the site of your bureau.',
          'Enter the code, the number that received it, and the last six digits of the paper’s number.',
          'If subject and site have two principals, each does it; with one phone number it is done once.',
        ],
        warn: 'After 24 hours, or with the sixth wrong code, the filing is returned. Nothing is to be changed then: submit the same again.',
      },
      {
        title: 'Who receives it',
        list: [
          'First filing and new site: the principals of subject and site.',
          'New access: the principal of the site as filed. If that number is dead, have it changed at the first provider.',
          'Change: the principal concerned, at the new number if it changes. Cancellation: the principal of what is cancelled. None for the end of an access and for a claim.',
        ],
      },
      {
        title: 'No message',
        list: [
          'Numbers of virtual operators do not receive it; use one of a network operator.',
          'Look among blocked messages, then have it sent again at that address.',
        ],
      },
      {
        title: 'It was different once',
        text: [
          'From 2017-12-18 Tianjin, Gansu, Tibet, Ningxia, Hainan, Xinjiang and Qinghai tried it, with 48 hours; 22 provinces since September 2018; all since 2020-08-17, with 24 hours. This site goes by the day of submission.',
        ],
        links: [
          { title: 'My filings', to: '/filings' },
          { title: 'The ministry’s filing system', url: 'https://beian.miit.gov.cn/' },
        ],
      },
    ],
    sources: [
      { title: 'Manual of filing (2018): step 7' },
      { title: 'Documentation of providers: SMS check (2023, 2025-12-31)' },
    ],
  },
  {
    slug: 'filing-progress',
    about: 'filing',
    title: 'Progress and review',
    lead: 'Each filing has a timeline: what is done, whose turn it is, and from which to which day each step runs. Once enough have ended here, the days are those that it really took.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'What the first review looks at',
        list: [
          'Papers agree with what was written, pictures are clear and complete, names and content fit the province. It ends within 1 working day.',
          'The reviewer calls the principal’s phone. After two calls that nobody answers the filing may be returned: answer, or call back.',
        ],
      },
      {
        title: 'The check of the principal',
        list: [
          'It is the principal of the site in person, in most provinces by a photograph taken on a phone. The curtain that was once sent by post is not used any more.',
          'A white wall behind, the whole face, no cap and no sunglasses, no picture from an album.',
          'Shanghai: in the App of its administration; tell us when it is done.',
          'Within 1 working day after it has passed, we submit to the bureau.',
        ],
      },
      {
        title: 'At the bureau',
        list: [
          'By the rules 20 working days at most; 1 to 20 as a rule, by province. The result comes by SMS and mail.',
          'Nothing can be changed or taken back while it is there. Change it after the answer.',
          'After approval the data take some time to come back; you may set the DNS meanwhile.',
        ],
      },
      {
        title: 'When it is returned',
        text: [
          'The top of its page says who returned it, why, which field, and what to do. Submit again within 45 days; later it has to be submitted anew, with what you filled in.',
        ],
        links: [
          { title: 'My filings', to: '/filings' },
          { title: 'Common reasons for a return', to: '/filing-reasons' },
          { title: 'A filing from beginning to end', help: 'filing-overview' },
        ],
      },
    ],
    sources: [
      { title: 'Manual of filing (2018): steps 6 and 7; guide to filing second-level names: about 20 working days' },
      { title: 'Measures for filing non-commercial internet information services (2005-02-08), art. 12' },
      { title: 'Documentation of a provider: returns (2025-12-31): 45 days' },
    ],
  },
  {
    slug: 'filing-account',
    about: 'filing',
    title: 'Filing and accounts',
    lead: 'An account files one subject, and a subject is in one account.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'The account has another subject',
        text: [
          'An account has one. To file for another organisation use another account; the server may stay, and its service number is given to that account.',
        ],
      },
      {
        title: 'The subject is in another account',
        text: [
          'Sign in there. If that is not possible any more, ask us to check who you are; nobody is given a filing for knowing its number.',
        ],
      },
      {
        title: 'Service numbers',
        list: [
          'A server gives a limited count: mostly 5, a site builder 1, a NAT gateway 2. A used one never comes back, not even after a cancellation.',
          'The server is prepaid for 3 months or more, elastic hosting 6, a site builder 12 months and at least 99 yuan. Renewed months count.',
          'Where a draft is given up, its number is free again.',
        ],
        links: [{ title: 'Service numbers', to: '/service-numbers' }],
      },
    ],
    sources: [
      { title: 'Documentation of providers: products (2019-09), conditions (2025-12-31)' },
      { title: 'Manual of filing (2018): products' },
    ],
  },
]
