import type { Article } from '../article.ts'

export const money: Article[] = [
  {
    slug: 'payment',
    title: 'How to pay',
    lead: 'Balance, Alipay and online banking pay at once; remittances and company transfers go into the balance first.',
    updated: '2026-11-23',
    sections: [
      {
        title: 'Balance',
        text: [
          'Choose “balance” on the payment page; if there is enough it is taken at once. Otherwise top up and come back to the order.',
        ],
      },
      {
        title: 'Alipay',
        steps: [
          'Choose “Alipay” on the payment page.',
          'On a computer scan the code with your phone; on a phone press “go to Alipay”.',
          'Come back; the page updates by itself.',
        ],
        warn: 'Nothing is held before payment. An order not paid in time closes by itself and costs nothing.',
      },
      {
        title: 'Online banking',
        steps: [
          'Choose “Online banking” on the payment page, choose your bank at the cashier of Alipay, and pay on the page of the bank.',
          'Come back to the order: the page goes on by itself.',
        ],
        text: ['For what fails, the money goes back to that bank card through Alipay.'],
      },
      {
        title: 'Offline remittance and company transfer',
        steps: [
          'Choose “Remittance or company transfer” on the payment page or on the account page, and take a reference.',
          'Send the money to the payee, bank and account that the page shows, with the reference in the remark. Never send money to a private account.',
          'Finance staff find it on the bank statement and put what has arrived on your balance, usually within 1 to 3 working days.',
          'When it is on the balance, go back to the order and pay.',
        ],
        warn: 'A transfer does not hold a name. If you need it quickly, pay by Alipay or online banking.',
      },
      {
        title: 'Another amount came',
        text: [
          'When the channel brings another amount than the order asks, it does not pay the order: what came is put on your balance, and you are told by mail and in your messages. The order stays open: pay it from the balance, or once more in full.',
        ],
      },
      {
        title: 'Where refunds go',
        text: [
          'What was not registered is paid back the way it came: balance to balance, Alipay to Alipay. You need not ask.',
          'Where Alipay can surely not take it back (its time to refund is over, or the account that paid is gone), the money is put on your balance, for another purchase, or to be returned when you ask our support.',
          'Where its answer does not say whether money moved, our finance staff look into it. It takes longer than usual; the order and a mail say so, and you are told when it is done.',
        ],
      },
    ],
    sources: [
      { title: 'Guide to the registration flow (2019): ways to pay' },
      { title: 'Our payment rules, 2026-11-23' },
    ],
  },
  {
    slug: 'invoice',
    title: 'Asking for an invoice',
    lead: 'After payment only; an unpaid order has no invoice.',
    updated: '2026-11-23',
    sections: [
      {
        title: 'Have ready',
        list: [
          'The title: full name of the organisation, or of the person.',
          'The credit code of the organisation; a special VAT invoice also needs bank, account, address and phone.',
          'The mail address to send it to.',
        ],
      },
      {
        title: 'How',
        steps: [
          'Open “orders” and see that it is paid.',
          'Send order number, title, tax number and address to customer service by mail. The invoice page is not built yet; people do it meanwhile.',
          'The electronic invoice comes within about 3 working days.',
        ],
      },
      {
        title: 'How much',
        list: [
          'What was really paid, without discounts and refunds.',
          'Top-ups are not invoiced; what is spent from them is.',
        ],
      },
    ],
    sources: [{ title: 'Guide to the registration flow (2019): invoice after payment' }],
  },
  {
    slug: 'terms',
    title: 'Terms of the online domain service',
    lead: 'Please read before you buy. Short sentences, each saying who answers for what. The Chinese text prevails.',
    updated: '2026-11-23',
    sections: [
      {
        title: '1　Service',
        text: [
          'We hand your registrations and renewals to the registry and keep and report the registration data. Whose a name is and whether it may be used is decided by registry rules and law.',
        ],
      },
      {
        title: '2　Your data',
        list: [
          'You warrant that the holder’s data is true, accurate and complete, and you update it within 30 days of a change.',
          'With false data the registry or the authorities may stop or cancel the name, without refund.',
          'We use the data for registration, verification, filing and what the law demands, and keep it as long as the law says.',
        ],
      },
      {
        title: '3　Lawful names',
        list: [
          'You warrant that the name violates nobody’s rights and holds nothing the law forbids.',
          'Disputes follow the registry’s procedure; we carry out its decisions.',
        ],
      },
      {
        title: '4　Payment and refund',
        list: [
          'Nothing is held before payment; we go to the registry after it.',
          'What is not registered is refunded in full, the way it was paid.',
          'What is registered is not refunded, except a .cn name deleted after a failed naming review.',
          'You pay what you confirmed; if a price changes we stop and show you.',
        ],
      },
      {
        title: '5　Renewal and expiry',
        list: [
          'We remind you several times, but renewing in time is your responsibility.',
          'After expiry you can still renew at the usual price for a while (it differs by suffix, see its page; mostly 30 days), and in the last 10 days of it the name does not resolve. Not renewed, it is deleted; then comes redemption at its own price, and after that anybody may register the name.',
        ],
      },
      {
        title: '6　Liability',
        text: [
          'For delays of registries, networks or higher force we tell you truthfully how things stand. For our own faults we answer up to the fee of that name for the year, unless the law says otherwise.',
        ],
      },
      {
        title: '7　Changes and law',
        text: [
          'Changes carry their date; an order follows the text of its day. The law of the People’s Republic of China applies.',
        ],
      },
    ],
    sources: [
      { title: 'Our terms, version 2026-11-23' },
      { title: 'Measures for internet domain names (MIIT order 43, 2017)' },
    ],
  },
]
