import { identityTopic } from '@yuming/identity'
import { namesTopic } from '@yuming/names'
import { papersTopic } from '@yuming/papers'
import type { Topic } from '@yuming/rules'

/** Every body of rules that can be asked; a new one is one more line here. */
export const topics: readonly Topic[] = [namesTopic, papersTopic, identityTopic]
