import type { Article } from '../../article.ts'

export const flow: Article[] = [
  {
    slug: 'filing-overview',
    about: 'filing',
    title: 'A filing from beginning to end',
    lead: 'A site or an App on a server in mainland China is filed (ICP备案) before it opens. Each step is drawn here: whose turn it is, how long it takes, where it goes on.',
    updated: '2026-11-30',
    flow: {
      caption:
        'The whole filing: your turn on the left, ours in the middle, that of the ministry and the bureau on the right. What is returned goes on from step 3.',
      lanes: { you: 'You', we: 'Platform', bureau: 'Ministry, bureau' },
      steps: [
        {
          who: 'you',
          title: 'Verify the name',
          when: 'first of all',
          text: 'Only a verified name can be filed. Its holder is the one who will file: name, kind of paper and number must agree.',
          help: 'real-name',
        },
        {
          who: 'bureau',
          title: 'Ministry knows',
          when: 'about 3 workdays',
          text: 'We report the verified holder to the ministry, whose receipt counts. You may fill in the filing meanwhile; it goes on by itself.',
          help: 'filing-domain-check',
        },
        {
          who: 'you',
          title: 'Fill in, submit',
          when: 'saved as you go',
          text: 'Find the type, then product, subject, sites and papers; look at it once more and submit. Everything is checked as you type.',
          help: 'filing-first',
        },
        {
          who: 'we',
          title: 'First review',
          when: '1 workday',
          text: 'A reviewer will call; please answer. What is returned says why, and which field is to be changed.',
          help: 'filing-progress',
        },
        {
          who: 'you',
          title: 'Principal check',
          when: 'by the province',
          text: 'The principal of the site is verified, mostly by a photograph taken on a phone. Shanghai has an App of its own.',
          help: 'filing-progress',
        },
        {
          who: 'we',
          title: 'To the bureau',
          when: '1 workday',
          text: 'After the check it goes to the communications administration of the subject’s province.',
        },
        {
          who: 'you',
          title: 'SMS check',
          when: 'within 24 hours',
          text: 'The ministry sends codes to the principals. Enter them where the message says; missed, the filing is returned.',
          help: 'filing-sms-check',
        },
        {
          who: 'bureau',
          title: 'Bureau’s review',
          when: '1–20 workdays',
          text: 'The result comes by SMS and mail. Once there is a number, the ministry’s system publishes the filing.',
          help: 'filing-progress',
        },
        {
          who: 'you',
          title: 'DNS and footer',
          when: 'after approval',
          text: 'Pointing the name at the server comes last; put the number at the foot of the home page, linked to the ministry’s system.',
          help: 'filing-dns',
        },
        {
          who: 'you',
          title: 'Police filing',
          when: '30 days of opening',
          text: 'File with the public security within 30 days after the site opens.',
          help: 'public-security',
        },
      ],
    },
    sections: [
      {
        title: 'Why file',
        list: [
          'Every site on a mainland server must be filed; one that is not cannot be reached normally.',
          'A site that opens unfiled may be closed, and may be penalised.',
          'A server abroad needs no filing.',
          'You file through whoever provides the server. Filing is free.',
        ],
      },
      {
        title: 'Before you begin',
        list: [
          'A verified name within its validity, registered here or elsewhere; its suffix and registrar must be approved by the ministry.',
          'A name of the international site cannot be filed, because that registrar is abroad. For a mainland site, register on the China site.',
          'A server in the mainland, and its service number.',
          'The originals of the papers of the subject and of the principals.',
        ],
      },
      {
        title: 'Which kind',
        text: [
          'The system computes the type from what is filed already of the subject and of the name, and says why. Each has a tutorial.',
        ],
        links: [
          { title: 'First filing', help: 'filing-first' },
          { title: 'New access', help: 'filing-new-access' },
          { title: 'New site, the subject was filed here', help: 'filing-new-site' },
          { title: 'New site, the subject was filed elsewhere', help: 'filing-new-site-elsewhere' },
          { title: 'Change, cancellation, claim', help: 'filing-change' },
        ],
      },
      {
        title: 'Read what your province asks',
        text: [
          'The 31 provinces differ, and change. Each rule has its source and its first day; what is not known is said to be so.',
        ],
        links: [
          { title: 'What provinces ask', to: '/filing-rules' },
          { title: 'Common reasons for a return', to: '/filing-reasons' },
          { title: 'Begin a filing', to: '/filings/new' },
          { title: 'The ministry’s filing system', url: 'https://beian.miit.gov.cn/' },
        ],
      },
    ],
    sources: [
      {
        title:
          'Manual of registration (2021-01-19): 8 after registration; manual of filing (2018); guide to filing second-level names',
      },
      {
        title:
          'Measures for filing non-commercial internet information services (2005-02-08), art. 12: 20 working days',
      },
      { title: 'SMS check: all provinces since 2020-08-17, 24 hours (documentation of a provider, 2025-12-31)' },
    ],
  },
]
