import { filingTopic } from '@yuming/filing'
import { identityTopic } from '@yuming/identity'
import { namesTopicOver } from '@yuming/names'
import { papersTopic } from '@yuming/papers'
import type { Topic } from '@yuming/rules'
import { type Catalog, loadCatalog } from '../../platform/src/modules/catalog/catalog.ts'
import { nameSuffixesOn } from '../../platform/src/modules/catalog/name-suffixes.ts'

let shipped: Catalog | undefined

// Suffixes and prices as they are shipped; a running platform answers by its own catalogue (POST /v1/rules/names/explain).
const namesTopic = namesTopicOver({
  on(day) {
    shipped ??= loadCatalog()
    return nameSuffixesOn(shipped, day)
  },
})

/** Every body of rules that can be asked; a new one is one more line here. */
export const topics: readonly Topic[] = [namesTopic, papersTopic, identityTopic, filingTopic]
