export const helpText = {
  'help.title': 'Help',
  'help.lead': 'Naming, paying, verifying, and what to do when something fails. Every page states its sources.',
  'help.sources': 'Sources',
  'help.updated': 'This page was last changed on {{date}}',
  'help.more': 'More help',
}
