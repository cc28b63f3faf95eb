export const operatorText = {
  'operator.pages': 'Pages of the operator',
  'operator.catalog': 'Catalogue of suffixes',
  'operator.catalogLead':
    'All suffixes that the catalogue knows. Open one to draft a change; nobody sees it before it is previewed and published.',
  'operator.findExample': 'Suffix or meaning, e.g. cn',
  'operator.sold': 'Sold or not',
  'operator.sold.sold': 'Sold',
  'operator.sold.not-sold': 'Not sold',
  'operator.sold.all': 'All',
  'operator.noneWhy':
    'Try other letters, or look at “All”. A suffix that the catalogue does not know cannot be added here.',
  'operator.state': 'State',
  'operator.state.register': 'Open to register',
  'operator.state.keep': 'Transfer and renewal only',
  'operator.state.none': 'Not sold',
  'operator.has.draft': '{{count}} drafts',
  'operator.has.draft_one': '1 draft',
  'operator.has.coming': '{{count}} changes to come',
  'operator.has.coming_one': '1 change to come',
}
