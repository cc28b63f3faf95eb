import type { Article } from '../../article.ts'

export const after: Article[] = [
  {
    slug: 'filing-dns',
    about: 'filing',
    title: 'DNS after approval',
    lead: 'DNS comes last: once there is a number, point the name at the server that was filed. The records to add are on the page of the filing.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'For every product',
        steps: [
          'Open the filing and copy host, type and value from “Records that may be set now”.',
          'Add them where the DNS of the name is managed: wherever its name servers are.',
          'One for the bare name (example.com) and one for www. It takes about a quarter of an hour; old records must run out first.',
          'Open the site in a browser, and put the number at its foot.',
        ],
        warn: 'Do not open the site before there is a number. Afterwards the value must be a filed address; anything else counts as a shell site.',
      },
      {
        title: 'Cloud server, light server, edge node',
        text: [
          'An A record with the server’s public IPv4 address, and an AAAA record if it has IPv6 too. When the address changes, change the access that is filed.',
        ],
      },
      {
        title: 'NAT gateway',
        text: ['The A record has the public address of the gateway, not the inner one of the server behind it.'],
      },
      {
        title: 'Virtual host, elastic hosting, site builder',
        list: [
          'Bind the name in the console of the host first; without that it does not open.',
          'If the console gives an address, add an A record; if it gives a host name, a CNAME record.',
          'A bare name cannot have a CNAME, nor can a name with MX, TXT or other records. Use the A record of the console, or the CNAME for www alone.',
        ],
      },
      {
        title: 'DNS service',
        list: [
          'Name servers are set at the registrar, two at least. Have all records at the new service before you change to it.',
          'A TTL of 600 seconds lets you mend a mistake within ten minutes.',
          'Data take some time to come back from the ministry; records can be added meanwhile.',
        ],
        links: [
          { title: 'My filings', to: '/filings' },
          { title: 'Public-security filing', help: 'public-security' },
        ],
      },
    ],
    sources: [
      { title: 'Manual of filing (2018): after approval; guide to filing second-level names: adding a record' },
      {
        title: 'RFC 1034, 3.6.2: a CNAME stands alone',
        url: 'https://www.rfc-editor.org/rfc/rfc1034#section-3.6.2',
      },
    ],
  },
  {
    slug: 'public-security',
    about: 'filing',
    title: 'Public-security filing',
    lead: 'The ICP filing goes to the communications administration, this one to the police: two things. It is due within 30 days after the site opens.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'How',
        steps: [
          'Once there is a number and the site is open, register subject and site in the system of the public security (beian.mps.gov.cn).',
          'Give the ICP number, domain, server and access provider, and the principal’s papers, as its pages ask.',
          'The police of the subject’s place review it.',
          'Put the public-security number at the foot of the home page too, within 30 days.',
          'Say on the page Filings that it is done; the reminders stop.',
        ],
        links: [
          { title: 'System of the public security', url: 'https://beian.mps.gov.cn/' },
          { title: 'My filings', to: '/filings' },
        ],
      },
      {
        title: 'If it is not done',
        text: [
          'The police may warn you or order you to put it right. From the day of the number we show the last day on the page Filings, and remind you.',
        ],
      },
      {
        title: 'Where the two numbers stand',
        list: [
          'The ICP number: at the foot of the home page, linked to beian.miit.gov.cn. Without it a fine is possible: 5,000 to 10,000 yuan by one source, 5,000 to 50,000 by another.',
          'The public-security number: also at the foot.',
          'Guangdong wants the number of the subject there.',
        ],
      },
    ],
    sources: [
      { title: 'Measures on the security of international networking (2011-01-08), art. 12: 30 days' },
      { title: 'Measures on internet information services (State Council decree 292), art. 22' },
      { title: 'Documentation of a provider: after approval (2025-12-31)' },
    ],
  },
  {
    slug: 'commercial-licence',
    about: 'filing',
    title: 'Commercial sites: the ICP licence',
    lead: 'Everybody files; a site that is itself paid for by its users needs a licence besides. Neither replaces the other.',
    updated: '2026-11-30',
    sections: [
      {
        title: 'Who needs it',
        list: [
          'Non-commercial: public information, free of charge, such as a site about one’s own organisation. The filing is enough.',
          'Commercial: information or services sold to the users of the site. First the filing, then the licence.',
          'In doubt ask the communications administration of your province; we do not decide it for you.',
        ],
      },
      {
        title: 'In this order',
        steps: [
          'Finish the ICP filing.',
          'News, publishing, drugs, medical devices and the like: obtain the authority’s approval.',
          'Apply to the communications administration of the province, or to the ministry.',
          'The review takes 60 days.',
          'Put the number of the licence where it is seen on the home page.',
        ],
      },
      {
        title: 'What is looked at in practice',
        list: [
          'A registered capital of about 1,000,000 yuan or more.',
          'Beijing, Guangdong, Liaoning, Shanghai and Hebei have rules about where the server stands.',
        ],
        text: ['We do not apply for licences on your behalf.'],
        links: [
          { title: 'What provinces ask', to: '/filing-rules' },
          { title: 'A filing from beginning to end', help: 'filing-overview' },
        ],
      },
    ],
    sources: [
      { title: 'Measures on internet information services (State Council decree 292), art. 3, 4, 6, 7 and 12' },
      { title: 'Documentation of a provider: commercial filing (2025-12-31)' },
    ],
  },
]
