export const reasonsText = {
  'reasons.title': 'Reasons',
  'reasons.lead': 'Reasons to refuse with; customers read these words.',
  'reasons.find': 'Find a reason',
  'reasons.count': '{{count}} reasons',
  'reasons.count_one': 'One reason',
  'reasons.none': 'There is no such reason',
  'reasons.noneWhy': 'Try other words.',
  'reasons.name': 'Reason',
  'reasons.cause': 'What is wrong',
  'reasons.remedy': 'What to do',
  'reasons.path.A': 'Move to a verified holder',
  'reasons.path.B': 'Correct and hand in again',
}
