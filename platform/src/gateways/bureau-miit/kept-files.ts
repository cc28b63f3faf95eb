import {
  type AesSettings,
  documentFields,
  PayloadRejected,
  type Profile,
  profileById,
  readDownload,
  readUpload,
  type Sealed,
  unseal,
  XmlRejected,
} from '@yuming/miit'
import type { Selectable } from 'kysely'
import type { Tables, Trx } from '../../kernel/database/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import type { BureauFiles, FileContent, KeptFile } from '../../modules/filing/ports.ts'
import { downloadPurpose } from './download-journal.ts'
import './tables.ts'
import { uploadPurpose } from './upload-journal.ts'

interface KeptFilesDeps {
  readonly vault: Vault
  /** By which each system's payloads are encrypted. */
  readonly aesOf: (bureau: string) => AesSettings | undefined
}

/** What went to the bureaus and the ministry and what came from them, as it is kept: to be listed and looked at. */
export function keptFiles({ vault, aesOf }: KeptFilesDeps): BureauFiles {
  return {
    async list(trx, { direction, bureau, before, limit }) {
      if (direction === 'sent') {
        let rows = trx.selectFrom('bureau_upload').selectAll()
        if (bureau !== undefined) rows = rows.where('bureau', '=', bureau)
        if (before !== undefined) rows = rows.where('id', '<', before)
        return (await rows.orderBy('id', 'desc').limit(limit).execute()).map(sentFile)
      }
      let rows = trx.selectFrom('bureau_download').selectAll()
      if (bureau !== undefined) rows = rows.where('bureau', '=', bureau)
      if (before !== undefined) rows = rows.where('id', '<', before)
      return (await rows.orderBy('id', 'desc').limit(limit).execute()).map(receivedFile)
    },
    async find(trx, { direction, id }) {
      if (direction === 'sent') {
        const row = await trx.selectFrom('bureau_upload').selectAll().where('id', '=', id).executeTakeFirst()
        return row && sentFile(row)
      }
      const row = await trx.selectFrom('bureau_download').selectAll().where('id', '=', id).executeTakeFirst()
      return row && receivedFile(row)
    },
    async read(trx, { direction, id }) {
      const row = await trx
        .selectFrom(direction === 'sent' ? 'bureau_upload' : 'bureau_download')
        .select(['bureau', 'profile', 'item'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row?.item || (await isErased(trx, row.item))) return { is: 'erased' }
      const profile = profileById(row.profile)
      try {
        if (direction === 'received')
          return contentOf(profile, await vault.open(trx, row.item, downloadPurpose), receivedIn)
        const sealed = JSON.parse((await vault.open(trx, row.item, uploadPurpose)).toString('utf8')) as Sealed
        const limits = { aes: aesOf(row.bureau), largestXml: profile.limits.xmlBytes }
        return contentOf(profile, (await unseal(sealed, limits)).bytes, sentIn)
      } catch (error) {
        if (error instanceof PayloadRejected) return { is: 'locked' }
        if (error instanceof XmlRejected) return { is: 'no-document' }
        throw error
      }
    },
  }
}

async function isErased(trx: Trx, item: string): Promise<boolean> {
  const row = await trx.selectFrom('sealed_item').select('erased_at').where('id', '=', item).executeTakeFirst()
  return row?.erased_at !== null
}

type ReadBy = (profile: Profile, xml: Uint8Array) => Pick<Extract<FileContent, { is: 'read' }>, 'kinds' | 'setAside'>

const sentIn: ReadBy = (profile, xml) => {
  const { name, setAside } = readUpload(profile, xml)
  return { kinds: [name], setAside }
}
const receivedIn: ReadBy = (profile, xml) => {
  const { parts, setAside } = readDownload(profile, xml)
  return { kinds: [...new Set(parts.map(({ name }) => name))], setAside }
}

/** What its reader makes of it, and every value that stands in it. */
function contentOf(profile: Profile, xml: Uint8Array, by: ReadBy): FileContent {
  const { kinds, setAside } = by(profile, xml)
  return {
    is: 'read',
    kinds,
    setAside: setAside.map(({ at, because }) => ({ at, because })),
    fields: documentFields(profile, xml),
  }
}

function sentFile(row: Selectable<Tables['bureau_upload']>): KeptFile {
  return {
    direction: 'sent',
    id: String(row.id),
    bureau: row.bureau,
    fileName: row.file_name,
    hash: row.hash,
    profile: row.profile,
    state: row.state,
    sequence: row.sequence,
    key: row.key,
    code: row.last_code,
    message: row.last_message,
    at: row.prepared_at,
    changedAt: row.changed_at,
  }
}

function receivedFile(row: Selectable<Tables['bureau_download']>): KeptFile {
  const { unreadable, processed_at, acknowledged_at } = row
  return {
    direction: 'received',
    id: String(row.id),
    bureau: row.bureau,
    fileName: row.file_name,
    hash: row.hash,
    profile: row.profile,
    state: unreadable !== null ? 'unreadable' : processed_at ? 'processed' : acknowledged_at ? 'acknowledged' : 'taken',
    sequence: null,
    key: null,
    code: null,
    message: unreadable ?? row.failure,
    at: row.received_at,
    changedAt: processed_at ?? acknowledged_at,
  }
}
