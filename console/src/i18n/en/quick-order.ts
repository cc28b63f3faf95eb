export const quickOrderText = {
  'quick.title': 'Quick order',
  'quick.lead':
    'Buy without a template of your own: an agent holds the name at first, and you take it over afterwards.',
  'quick.noPromotions':
    'Offers and promotion codes do not apply to orders by a scanned code. To use one, make a template of your own and order from your list.',
  'quick.total': 'First year',
  'quick.agent': 'An agent will hold the name at first: {{agent}}',
  'quick.agentShows': 'The registration shows the agent’s contacts: {{email}}, {{phone}}.',
  'quick.limited':
    'Its functions are limited: no renewal, transfer out, move between accounts or change of information. Soon after the registration make a template of your own, have it verified and transfer the name to it; all is open again after that.',
  'quick.accept': 'I know that an agent holds the name at first, and will transfer it to myself in time',
  'quick.buy': 'Order and pay',
  'quick.until': 'This link is over at {{time}}.',
  'quick.grey.bad': 'A name cannot be bought any more: change the list on the computer and scan again.',
  'quick.grey.agent': 'One step is left: confirm that an agent holds the name at first.',
}
