import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest files, which a fresh clone does not know yet: begun last, one of them would keep a processor waiting for it alone. */
const longest = ['/scripts/world/chaos/', '/scripts/world/', '/platform/src/testing/']

/** Whole worlds first, everything else as usual. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((folder) => moduleId.includes(folder))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
