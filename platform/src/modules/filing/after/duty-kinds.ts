/** What has to be done about something that is filed. */
export type DutyKind =
  | 'public-security'
  | 'change'
  | 'cancel-expired-domain'
  | 'cancel-other-holder'
  | 'rectification'
  | 'shell-site'
  | 'dead-site'
  | 'access-differs'
  | 'subject-data'
