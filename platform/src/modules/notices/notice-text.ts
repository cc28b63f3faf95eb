import type { Text } from '@yuming/rules'

export interface NoticeText {
  readonly subject: Text
  readonly body: Text
}
