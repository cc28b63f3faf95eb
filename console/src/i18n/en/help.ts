export const helpText = {
  'help.title': 'Help',
  'help.lead': 'Naming, paying, verifying, filing, and what to do when something fails. Every page states its sources.',
  'help.aboutNames': 'Domain names',
  'help.aboutFiling': 'ICP filing',
  'help.reasons': 'Common reasons for a return',
  'help.reasonsWhy': 'Why a filing is returned, which field is meant and what to do; found by words of the opinion.',
  'help.sources': 'Sources',
  'help.updated': 'This page was last changed on {{date}}',
  'help.more': 'More help',
  'help.rules': 'The rules in force',
  'help.rulesLead':
    'These {{count}} rules are what a search asks on {{day}}; they were last held against their sources on {{reviewed}}.',
  'help.rulesGeneral': 'Every suffix',
  'help.rulesOf': 'Only for: {{scope}}',
  'help.rulesCount': '{{count}} rules',
  'help.refuses': 'refuses',
  'help.advises': 'advises',
}
