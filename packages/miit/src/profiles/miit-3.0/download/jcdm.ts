import type { CodeRow, CodeTables, ReportingUnit, TableName } from '../../../model/code-tables.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { absent, flat, optional, records, wrapped } from '../../../shape/compose.ts'
import { type Part, type Parts, record } from '../../../shape/part.ts'
import { area, code, id, integer, text } from '../../../shape/scalars.ts'

const flag = (tag: string): Part<boolean> => {
  const digit = integer(tag, 0, 1)
  return {
    write: (value, to) => digit.write(value === undefined ? undefined : Number(value), to),
    read: (from) => digit.read(from) === 1,
  }
}

/** Of the one table that has no such column every row counts (section 8, 17). */
const alwaysValid: Part<boolean> = {
  write() {},
  read: (from) => (from.one('Sfyx') ? flag('Sfyx').read(from) : true),
}

const columns: Parts<CodeRow> = {
  id: integer('Id', 1),
  operationId: absent,
  mark: absent,
  name: text('Mc', 1, 64),
  belongsTo: absent,
  level: absent,
  second: absent,
  preApprovalNeeded: absent,
  province: absent,
  provinceShort: absent,
  remark: optional(text('Bz', 1, 128)),
  valid: flag('Sfyx'),
  email: absent,
  mobile: absent,
}

const operationId = integer('Ysid', 1)

interface Table {
  readonly wrapper: string
  readonly row: string
  readonly columns?: Partial<Parts<CodeRow>>
}

/** Section 7: wrapper, row and what a table has beside Id, Mc, Bz and Sfyx. */
const tables: Readonly<Record<TableName, Table>> = {
  'unit-class': { wrapper: 'Dwfl_dms', row: 'Dwfl_xx' },
  nature: { wrapper: 'Dwxz_dms', row: 'Dwxz_xx' },
  area: { wrapper: 'Qy_dms', row: 'Qy_xx', columns: { level: optional(integer('Lx', 1, 3)) } },
  'feedback-class': {
    wrapper: 'Yjfk_Wtfls',
    row: 'Yjfk_Wtfl_xx',
    columns: { name: text('Fl1', 1, 128), second: optional(text('Fl2', 1, 128)) },
  },
  bureau: {
    wrapper: 'Gj_dms',
    row: 'Gj_dm_xx',
    columns: {
      operationId: optional(operationId),
      mark: optional(text('Bm', 1, 10)),
      province: optional(area('Shengid')),
      provinceShort: optional(text('Shengjc', 1, 128)),
      email: optional(text('Dzyj', 6, 255)),
      mobile: optional(text('Sjhm', 11, 128)),
    },
  },
  industry: { wrapper: 'Hyfl_dms', row: 'Hyfl_xx', columns: { mark: optional(text('Bm', 1, 10)) } },
  'administrative-level': { wrapper: 'Xzjb_dms', row: 'Xzjb_xx' },
  'certificate-kind': {
    wrapper: 'Zjlx_dms',
    row: 'Zjlx_xx',
    columns: { belongsTo: optional(integer('Dwflid', 1)) },
  },
  'pre-approval-content': {
    wrapper: 'Wzjylx_dms',
    row: 'Wzjylx_xx',
    columns: { operationId: optional(operationId), preApprovalNeeded: optional(flag('Sfqzsp')) },
  },
  'service-content': {
    wrapper: 'Wzfwlx_dms',
    row: 'Wzfwlx_xx',
    columns: { operationId: optional(operationId) },
  },
  'access-mode': { wrapper: 'Wzjrfs_dms', row: 'Wzjrfs_xx', columns: { operationId: optional(operationId) } },
  'cancel-reason': { wrapper: 'Zxly_dms', row: 'Zxly_xx', columns: { name: text('Nr', 1, 128) } },
  'unfiled-handling': {
    wrapper: 'Wbacl_dms',
    row: 'Wbacl_xx',
    columns: { name: text('Ztmc', 1, 128), valid: alwaysValid },
  },
  'check-opinion': { wrapper: 'Hsyj_dms', row: 'Hsyj' },
  'domain-type': { wrapper: 'Ymlx_dms', row: 'Ymlx' },
  'attachment-format': { wrapper: 'Fjwjgs_dms', row: 'Fjwjgs' },
  'attachment-purpose': {
    wrapper: 'Fjytlx_dms',
    row: 'Fjzjlx',
    columns: { belongsTo: optional(integer('Ssdxlx', 1)) },
  },
  language: { wrapper: 'Yylb_dms', row: 'Yylb' },
}

type Tables = NonNullable<CodeTables['tables']>

const allTables = record<Tables>(
  Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [
      name,
      optional(wrapped(table.wrapper, records(table.row, record<CodeRow>({ ...columns, ...table.columns })))),
    ]),
  ) as Parts<Tables>,
)

const unit = record<ReportingUnit>({
  id: id('Id'),
  name: text('Dwmc', 1, 255),
  unitClass: optional(code('Dwfl')),
  industry: optional(code('Dwhyfl')),
  licence: optional(text('Jyxkzbh', 1, 128)),
  province: optional(area('Shengid')),
  city: optional(area('Shiid')),
  county: optional(area('Xianid')),
  street: optional(text('Xxdz', 1, 1024)),
  valid: flag('Sfyx'),
  remark: optional(text('Bz', 0, 128)),
})

const content = flat(
  record<CodeTables>({
    units: optional(wrapped('Bbdwlb', records('Bbdw', unit))),
    tables: optional(wrapped('Jcdm_xx', flat(allTables))),
  }),
)

/** 基础代码: the bureau's own tables. */
export const jcdm: DownloadKind<'code-tables'> = { name: 'code-tables', path: ['JCDM'], content }

/** 数据同步 of the same. */
export const sjtbJcdm: DownloadKind<'resync-code-tables'> = {
  name: 'resync-code-tables',
  path: ['SJTB', 'JCDM'],
  content,
}
