import type { Article } from '../article.ts'

export const walkthrough: Article[] = [
  {
    slug: 'walkthrough',
    title: 'Registering a name, in one minute',
    lead: 'From a name to a registered domain, without a cut. The pages are in Chinese; captions are in both languages.',
    updated: '2026-11-24',
    video: 'register',
    sections: [
      {
        title: 'Step by step',
        steps: [
          'Type the name that you would like and press Search.',
          'One row a suffix: free ones have a price, refused ones say by which rule.',
          'Add what you want to the list, then check out.',
          'Confirm the order: years, holder type and holder template.',
          'Read and tick the terms of service, then press Buy now.',
          'Choose how to pay and press Pay now. A name is not held before payment.',
          'Only after payment does it go to the registry; the page goes on by itself.',
          'Then verify the holder soon: agree, photograph, submit; reviewed within a working day.',
          'My domains shows the state, the expiry and the next step of every name.',
        ],
      },
    ],
    sources: [
      { title: 'Guide to the registration flow and manual of registration: video of the flow' },
      { title: 'Recording of this console, 2026-11-24' },
    ],
  },
]
