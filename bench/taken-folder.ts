import path from 'node:path'
import { labelKeyOf } from '@yuming/names'
import { rebuildIndex } from '@yuming/taken'

/** Indexes of taken names for a world that is started afterwards, all with the same labels. @param suffixes A-labels */
export async function makeTakenFolder(
  worldFolder: string,
  suffixes: readonly string[],
  labels: readonly string[],
): Promise<void> {
  for (const suffix of suffixes)
    await rebuildIndex({
      folder: path.join(worldFolder, 'platform', 'taken'),
      suffix,
      source: oneBatch(labels),
      day: '2026-11-23',
      key: labelKeyOf(suffix),
      seed: 1,
    })
}

async function* oneBatch(labels: readonly string[]): AsyncGenerator<readonly string[]> {
  yield labels
}
