import type { Article } from '../../article.ts'

export const types: Article[] = [
  {
    slug: 'filing-first',
    about: 'filing',
    title: 'Tutorial: first filing',
    lead: 'Neither the subject nor the name is filed: that is a first filing. Both are filed together, and each gets a number.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'Have these ready',
        list: [
          'A person: a photograph of the original paper (ID card, passport and so on). Some provinces want proof of residence.',
          'An organisation: its certificate (business licence and so on) and the principal’s paper. Where the principal is not the legal representative some provinces want an authorisation, and some refuse.',
          'The site: domain certificate, plan of the site, pre-approvals, by province and content; the page lists what is wanted.',
          'Print verification form and pledge in the step Papers: they are filled in, in the form of your province. Do not use forms from elsewhere; some provinces return them.',
        ],
      },
      {
        title: 'Step by step',
        steps: [
          'Type: choose a verified identity, write the name, press “Find the type”. The system says which it is and why.',
          'Product: the service number, or the public address of the server. Numbers are applied for on the page of the hosting product; a used one never comes back.',
          'Subject: what was verified is there already. The correspondence address is in the same province as that of the certificate; without a house number, explain it in the remark.',
          'Site: the hints beside the field say which names are taken. News, publishing, drugs and the like need their approval first. If the site has another principal, fill that person in.',
          'Papers: from the computer, or by phone through a QR code; whether they are clear and complete is checked at once.',
          'Review: read every word as the bureau will see it, then submit and confirm.',
          'Answer the reviewer’s call, have the principal checked, enter the SMS code within 24 hours, then wait for the bureau.',
        ],
      },
      {
        title: 'How long',
        list: [
          'One working day for each of our two steps, 1 to 20 working days at the bureau, which differs by province. The page of the filing has a date for each step.',
        ],
        links: [
          { title: 'A filing from beginning to end', help: 'filing-overview' },
          { title: 'What provinces ask', to: '/filing-rules' },
          { title: 'Begin a filing', to: '/filings/new' },
        ],
      },
    ],
    sources: [
      { title: 'Manual of filing (2018): papers and steps 1 to 7' },
      { title: 'Filing rules of this site, reviewed on 2026-11-24' },
    ],
  },
  {
    slug: 'filing-new-access',
    about: 'filing',
    title: 'Tutorial: new access',
    lead: 'Subject and name are filed through another provider, and the site now also runs on a server here: a new access. The number stays, and so may the site.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'Check first',
        list: [
          'Name and number of the subject, and the domain, letter for letter as in the filing system. If another type is computed, one letter is probably wrong.',
          'The domain still belongs to that subject; after a change of holder, change or cancel the filing first.',
          'The SMS goes to the phone of the principal as filed. If that number is dead, have it changed at the first provider.',
          'The site that is filed opens and carries its number in the footer.',
        ],
      },
      {
        title: 'Step by step',
        steps: [
          'Type: the system answers “New access”.',
          'Product: a service number or a server address of this platform.',
          'Subject and site: as they are filed; nothing is changed in this order. Where something differs, Beijing, Jiangsu and Tibet take the access first and the change afterwards, Hebei wants the change first; nothing is known of the others.',
          'Papers, review, check, SMS and bureau are as in a first filing.',
          'Once it has passed, point the name at the new server. If the old server goes, end its access at the first provider.',
        ],
        links: [
          { title: 'What provinces ask', to: '/filing-rules' },
          { title: 'The SMS check', help: 'filing-sms-check' },
          { title: 'A filing from beginning to end', help: 'filing-overview' },
        ],
        warn: 'Do not end the access at the first provider before this one has passed: a filing without any access is cancelled by the bureau.',
      },
    ],
    sources: [
      { title: 'Manual of filing (2018): new access' },
      { title: 'Documentation of providers: types of filing, shell sites (2019-09, 2025-12-31)' },
    ],
  },
  {
    slug: 'filing-new-site',
    about: 'filing',
    title: 'Tutorial: new site, the subject was filed here',
    lead: 'The subject was filed here and another unfiled name is added: a new site. The subject keeps its number, and the site gets the next one behind it.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'Check first',
        list: [
          'Nothing of the subject has changed; otherwise change it first, because one order of a subject at a time is with the bureau.',
          'The sites that are filed open, with the right number in the footer. The bureau looks at them too.',
          'How many sites one order may carry differs by province.',
        ],
      },
      {
        title: 'Step by step',
        steps: [
          'Type: write the new name; the system answers “New service, the subject is here”. The subject is not asked for again: go straight to the site.',
          'Product: service number or server address of the new site.',
          'Site: name, content, principal. For more sites press “Add another website”.',
          'Papers and review, then submit; the rest is as in a first filing.',
        ],
      },
      {
        title: 'Second-level names',
        text: [
          'Names under a filed one, such as blog.example.com and shop.example.com. They cannot be filed alone: they rest on the name above, and the subject is the same; that of somebody else cannot be used.',
        ],
        list: [
          'Where the name above has its access here, those under it need no filing of their own.',
          'At another mainland provider, file a new access of the name above there and write the second-level name into the remark.',
          'Names under .gov.cn file themselves.',
        ],
        links: [
          { title: 'Questions about filing', help: 'filing-faq' },
          { title: 'A filing from beginning to end', help: 'filing-overview' },
        ],
      },
    ],
    sources: [
      { title: 'Manual of filing (2018): adding a site; guide to filing second-level names' },
      { title: 'Documentation of a provider: domains (2025-12-31)' },
    ],
  },
  {
    slug: 'filing-new-site-elsewhere',
    about: 'filing',
    title: 'Tutorial: new site, the subject was filed elsewhere',
    lead: 'The subject was filed through another provider and the name is not filed: add the site here. What you state of the subject must agree with the filing system first.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'Check first',
        list: [
          'Name, kind of paper and number of the subject as in the filing system. If the paper was replaced, change the subject at the first provider, then come here.',
          'The sites of the subject open, with the number in the footer.',
          'A subject that has no site and no access left is a shell. Beijing, Tianjin, Shanxi, Liaoning, Shanghai, Jiangsu, Zhejiang, Guangxi, Sichuan, Guizhou and Yunnan let it add a site; elsewhere cancel it, then make a first filing.',
        ],
      },
      {
        title: 'Step by step',
        steps: [
          'Type: give the subject and the new name; the system answers “New service, the subject was filed elsewhere”. If the subject is not found, give its number.',
          'Product, subject, site and papers are as in a first filing.',
          'After submission the codes go to the principals of subject and site; the subject’s phone is the one in the filing system.',
          'Once it has passed, the subject can be changed here too.',
        ],
        links: [
          { title: 'Change, cancellation, claim', help: 'filing-change' },
          { title: 'Look a filing up', to: '/filing-numbers' },
          { title: 'A filing from beginning to end', help: 'filing-overview' },
        ],
      },
    ],
    sources: [
      { title: 'Manual of filing (2018): adding a site' },
      { title: 'Documentation of a provider: types of filing, shell subjects (2025-12-31)' },
    ],
  },
  {
    slug: 'filing-change',
    about: 'filing',
    title: 'Tutorial: change, cancellation, claim',
    lead: 'What was filed has changed: change it. A site ends: cancel it. A filing made elsewhere belongs into your account: claim it.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'Change',
        list: [
          'Subject, site and access are changed apart. Two sources differ: within 30 days, and within 10 working days. Keep the shorter one; so do our reminders.',
          'A change does not alter the domain: add a site for the new name and cancel the old one.',
          'A person cannot become another person or an organisation; cancel and file anew. For a new name of an organisation some provinces want the letter of the registration office.',
          'After a change of holder the filing no longer fits the domain: change or cancel it too.',
        ],
      },
      {
        title: 'Cancellation',
        list: [
          'Subject: all its sites lose their filing. Site: that one only. Access: the site stays filed, but not here.',
          'The only access cannot be ended; cancel the site if it is not used.',
          'Cancelling needs the SMS check; ending an access does not.',
        ],
        warn: 'After a cancellation the site may not stay open, and the number is not kept.',
      },
      {
        title: 'Claim',
        text: [
          'The filing is yours but not in your account: claim it with your papers. If it is in another account here, sign in there; it cannot be claimed.',
        ],
      },
      {
        title: 'Where to begin',
        text: [
          'Changes and cancellations: at the foot of the page of what is filed. Claims: choose it under “What do you want” when you begin a filing. Filling in, review and progress are then on the same page as for any filing.',
        ],
      },
      {
        title: 'Move to another subject',
        text: [
          'This is no type of order. 26 provinces have a way to move a filing, not to a person, and not for Apps. Otherwise cancel and file anew.',
        ],
        links: [
          { title: 'My filings', to: '/filings' },
          { title: 'What provinces ask', to: '/filing-rules' },
          { title: 'A filing from beginning to end', help: 'filing-overview' },
        ],
      },
    ],
    sources: [
      { title: 'Guide to filing second-level names: questions: within 30 days' },
      { title: 'Documentation of a provider: change, cancellation, move (2025-12-31): 10 working days' },
    ],
  },
]
