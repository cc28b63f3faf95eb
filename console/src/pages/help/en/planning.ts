import type { Article } from '../article.ts'

export const planning: Article[] = [
  {
    slug: 'naming-rules',
    title: 'Naming rules',
    lead: 'Read before you search: which characters, how long, and which suffixes take no Chinese names. Every refusal in a search states its rule, its source and its remedy.',
    updated: '2026-11-29',
    sections: [
      {
        title: 'Latin names',
        list: [
          'Only letters a to z (case does not matter), digits and hyphens; no spaces, none of “! $ & ?”.',
          'No hyphen first or last, nor alone, nor two in a row.',
          'At most 63 characters left of the suffix.',
        ],
      },
      {
        title: 'Chinese names',
        list: [
          'At least one Han character; the rest may be letters, digits and hyphens. Not letters or digits alone.',
          'At most 63 characters after conversion to Punycode (the form with xn--). Type the characters themselves; a form with xn-- is understood too and read back first.',
          'Simplified and traditional forms count as one name: when one is registered, the other cannot be.',
          '.com.cn, .net.cn and .org.cn take no Chinese names; use pinyin, or .中国, .公司, .网络.',
        ],
      },
      {
        title: '“China”, “national”, 中华, 全国',
        text: [
          'A name that contains these words (or words of the same meaning) and points at a real body may be registered by that body only, whatever the suffix. Under .cn, .中国, .公司 and .网络 the registry looks at Chinese names that begin with them in its naming review.',
        ],
        list: [
          'Papers are due within 5 days, and the name works once the qualification review has passed.',
          'If the applicant is not that body, naming review fails and the registry deletes the name. For .cn and .中国 the money comes back by itself in 5 to 7 days; for other suffixes it does not.',
        ],
      },
      {
        title: '.hk',
        list: [
          'Renewal only here; new names are registered with Hong Kong Domain Name Registration Company Limited (HKDNR).',
          'The holder of a third-level name such as .com.hk must be an organisation of Hong Kong, with proof; a second-level .hk name needs none, except for banks and insurers.',
          'Chinese names have at most 15 characters; words of banking and insurance need written consent; words of government are refused.',
        ],
      },
    ],
    rules: 'names',
    sources: [
      { title: 'Manual of registration (2021-01-19): 2.1 naming rules' },
      { title: 'Registry rules on .cn: term and naming review (checked 2026-09)' },
      { title: 'RFC 5891: internationalised names', url: 'https://www.rfc-editor.org/rfc/rfc5891' },
    ],
  },
  {
    slug: 'registration-advice',
    title: 'Advice before you register',
    lead: 'How to choose name, suffix and years without regret.',
    updated: '2026-11-23',
    sections: [
      {
        title: 'The name',
        list: [
          'Short, easy to remember, right at first hearing; the same as your brand, body or product.',
          'Avoid what is read two ways (0 and o, 1 and l); avoid hyphens when you can.',
          'Look at trademarks first: a name like somebody else’s mark may be lost in a dispute.',
        ],
      },
      {
        title: 'The suffix',
        list: [
          'Serving China: .cn, .com.cn, .中国; companies: .com, .公司; networks: .net, .网络; bodies: .org.',
          'Register the usual suffixes of an important name together, so that nobody imitates it.',
          'Compare by “ten years”: a cheap first year may be followed by dear renewals.',
          'A site on a server in mainland China needs a suffix with real-name verification that can be filed.',
        ],
      },
      {
        title: 'Years',
        list: [
          'Two years or more at once: far less risk of losing a name by forgetting it. Ten years at most.',
          'We remind you several times by mail; automatic renewal with enough balance is safest.',
        ],
      },
      {
        title: 'How long things take',
        list: [
          'About two minutes from payment to the result; nothing is held before payment.',
          'Verification within 5 days of registration, or resolution stops.',
          'About 3 working days until verified data has reached the filing system; filing comes after that.',
        ],
      },
    ],
    sources: [
      { title: 'Manual of registration (2021-01-19): 2.2 registration advice' },
      { title: 'Guide to the registration flow (2019)' },
    ],
  },
  {
    slug: 'holder-type',
    title: 'Holder: a person or an organisation?',
    lead: 'The holder is the owner in law: not the one who pays, nor the one who signs in.',
    updated: '2026-11-23',
    sections: [
      {
        title: 'Choose the organisation',
        list: [
          'For names used by it, and sites filed in its name.',
          'Filing demands that the holder equals the filing subject in name, kind of certificate and number.',
          '.gov.cn is for government bodies only.',
        ],
      },
      {
        title: 'Choose the person',
        list: [
          'For personal sites and personal brands. A personal filing is more restricted and its name may not look like an organisation.',
          'A name held by an employee for the company is hard to recover when the employee leaves.',
        ],
      },
      {
        title: 'Can it be changed later?',
        text: [
          'A new name or certificate number is a change of holder with a new review; phone, mail and address are only edits. After a change of holder you usually cannot transfer away for 60 days, and you wait 3 working days before filing.',
        ],
      },
      {
        title: 'Hong Kong, Macao, Taiwan and elsewhere',
        list: [
          '.cn, .中国, .公司, .网络: organisations of Hong Kong and Macao may register, persons may not; Taiwan and elsewhere are served by the international site.',
        ],
      },
    ],
    sources: [
      { title: 'Manual of registration (2021-01-19): 1 suffixes, 4 “how to choose”' },
      { title: 'Rules on change of holder and filing (2022-11, 2025-12)' },
    ],
  },
  {
    slug: 'real-name',
    title: 'Real-name verification',
    lead: 'The law asks for a true identity before a name resolves. One verified template serves registration, change of holder and filing from then on.',
    updated: '2026-11-30',
    video: 'verify',
    sections: [
      {
        title: 'Step by step',
        steps: [
          'A name that is not verified stops resolving after 5 days, and cannot be filed.',
          'My domains shows the state of each: not verified, in review, failed, verified.',
          'Where it failed, follow the state and then its review: the reason, the field and what to do.',
          'Mostly name or number differ, the picture is unclear, or the paper is too new or near its end.',
          'Open Identity, and choose to verify the template.',
          'Read what the pictures are for, and agree to it.',
          'Give the picture; it is checked at once, and you are told what is wrong with it.',
          'Submit; the answer comes within a working day, and the page goes on by itself.',
          'Once verified it serves registrations, changes of holder and filings; nothing is handed in again.',
        ],
      },
      {
        title: 'When',
        list: [
          'Easiest: make a template and verify it first. Names registered with it need no papers; for .cn the registry still looks at each name, usually within one working day.',
          'Or register first and hand in papers within 5 days; after that the registry stops resolution (serverHold) until you are verified.',
        ],
      },
      {
        title: 'What makes papers good',
        list: [
          'Exactly the registered data: name letter by letter, number and kind of certificate.',
          'Colour, original, all four edges, clear seal; no watermark, not mirrored, no renamed file type.',
          'Persons: identity card. Organisations: business licence or credit-code certificate. A certificate that is very new or nearly expired may not be found yet.',
        ],
      },
      {
        title: 'The mail address too',
        text: [
          'It must be real; a template whose address has not been verified cannot be used. Look into the spam folder, or send the letter again.',
        ],
      },
      {
        title: 'When it fails',
        list: [
          'We translate the registry’s reason and name the field to mend.',
          'Take unclear pictures again. Mistyped data can be edited while unverified; once verified, make a new template and change the holder.',
        ],
      },
    ],
    sources: [
      { title: 'Cybersecurity Law, article 24; Anti-telecom-fraud Law, article 21' },
      {
        title:
          'Manual of registration (2021-01-19): 8 after registration; guide to verification: again after a failure',
      },
    ],
  },
]
