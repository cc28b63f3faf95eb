import type { Dictionary } from '../dictionary.ts'
import type { filingHelpText as zh } from '../zh/filing-help.ts'

export const filingHelpText: Dictionary<keyof typeof zh> = {
  'filing.reasons.title': 'Common reasons for a return',
  'filing.reasons.lead':
    'Why a filing is returned, which field is meant and what to do. Our reviewers use this very list; the check before submission looks for all that software can see.',
  'filing.reasons.find': 'Find a reason',
  'filing.reasons.findHelp': 'Words of the opinion, or the field',
  'filing.reasons.stage': 'Returned at',
  'filing.reasons.all': 'All steps',
  'filing.reasons.stage.review': 'First review',
  'filing.reasons.stage.check': 'Check of the principal',
  'filing.reasons.stage.sms': 'SMS check',
  'filing.reasons.stage.bureau': 'Bureau’s review',
  'filing.reasons.count': '{{count}} of {{all}}',
  'filing.reasons.none': 'Nothing found',
  'filing.reasons.noneWhy': 'Try other words. The page of a returned filing also says why, and what to do.',
  'filing.reasons.more': 'Show {{count}} more',
  'filing.reasons.cause': 'Reason',
  'filing.reasons.field': 'Field',
  'filing.reasons.turn': 'Whose turn',
  'filing.reasons.byRule': 'From a published rule',
  'filing.reasons.turn.you': 'You',
  'filing.reasons.turn.we': 'Platform',
  'filing.reasons.turn.bureau': 'Bureau',
  'filing.reasons.turn.authority': 'Issuing or competent authority',
  'filing.guide.overview': 'A filing from beginning to end',
  'filing.guide.faq': 'Questions about filing',
  'filing.guide.why':
    'Every site on a mainland server is filed. Without it a site cannot be reached normally; one that opens unfiled may be closed and penalised.',
  'filing.guide.read': 'Read the tutorial, step by step',
  'filing.guide.domain': 'When the check of the domain fails',
  'filing.guide.none': 'Why it cannot be told, and what to do',
  'filing.rules.bureauSite': 'Site of the bureau',
  'filing.rules.system': 'The ministry’s filing system',
  'filing.rules.more': 'What the bureau itself publishes prevails.',
}
