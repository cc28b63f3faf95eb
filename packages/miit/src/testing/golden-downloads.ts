import type { PublishedFiling } from '../model/published.ts'
import type { DownloadContents, DownloadName } from '../profile/download-kind.ts'
import { domainReport, subject, website } from './samples.ts'

const published: PublishedFiling = {
  subject: {
    ...subject,
    bureauId: '9007199254740993',
    filingNumber: '京ICP备00000000号',
    firstReportedAt: '2026-11-20 09:00:00',
    lastChangedAt: '2026-11-28 17:30:00.0',
    certificateFile: { validUntil: '2030-01-01', path: '/files/0', serial: 'FICTION-1' },
    reviewer: '示例管局',
    reviewedAt: '2026-11-28',
  },
  services: [
    {
      ...website,
      bureauId: '8101',
      filingNumber: '京ICP备00000000号-1',
      domains: [{ id: '3001', bureauId: '8201', name: 'fictional-shop.example' }],
      accesses: [
        {
          id: '4001',
          bureauId: '8301',
          providerId: '990000000001',
          places: [1],
          modes: [1],
          addresses: [{ id: '5001', bureauId: '8401', first: '192.0.2.10', last: '192.0.2.10' }],
        },
      ],
      firstReportedAt: '2026-11-20',
    },
  ],
  remark: '首次备案',
}

const tables = {
  units: [{ id: '990000000001', name: '虚构接入服务商', province: 110000, valid: true }],
  tables: {
    nature: [
      { id: 4, name: '企业', valid: true },
      { id: 5, name: '个人', valid: true },
    ],
    area: [{ id: 110000, name: '北京市', level: 1, valid: true }],
    'certificate-kind': [{ id: 1, name: '工商营业执照', belongsTo: 4, valid: true, remark: '虚构' }],
    'service-content': [{ id: 1, operationId: 1, name: '综合门户', valid: true }],
    'pre-approval-content': [{ id: 2, operationId: 2, name: '新闻', preApprovalNeeded: true, valid: true }],
    bureau: [
      {
        id: 11,
        operationId: 1,
        mark: '11',
        name: '北京市通信管理局',
        province: 110000,
        provinceShort: '京',
        valid: true,
      },
    ],
    'cancel-reason': [{ id: 1, name: '不再运营', valid: true }],
    'unfiled-handling': [{ id: 1, name: '已停止接入', valid: true }],
    'attachment-purpose': [{ id: 1, name: '核验单', belongsTo: 1, valid: true }],
    'feedback-class': [{ id: 1, name: '系统', second: '登录', valid: false }],
    language: [{ id: 1, name: '中文简体', valid: true }],
  },
} satisfies DownloadContents['code-tables']

const withBothIds = { ...domainReport, bureauId: '88' }

export const goldenDownloads: { readonly [N in DownloadName]: DownloadContents[N] } = {
  'published-filings': [published],
  'cancelled-filings': [
    { what: 'subject', bureauId: '8001' },
    { what: 'service', bureauId: '8101', remark: '主体注销' },
  ],
  blacklist: {
    subjects: [
      { subject: { name: '虚构违规主体', nature: 4, certificate: { kind: 1, number: 'FICTION2' } }, change: 'add' },
      { change: 'delete', remark: '已解除' },
    ],
    services: [
      {
        names: ['虚构违规站'],
        domains: ['bad-one.example', 'bad-two.example'],
        homeUrl: 'bad-one.example',
        change: 'change',
      },
    ],
  },
  'illegal-access': [
    {
      bureauId: '1',
      domain: 'illegal.example',
      address: '203.0.113.9',
      providerId: '990000000001',
      provinceId: '110000',
      detectedAt: '2026-11-28 00:00:00',
    },
  ],
  'unfiled-sites': [
    {
      bureauId: '2',
      domain: 'unfiled.example',
      languages: [1],
      address: '198.51.100.255',
      detectedAt: '2026-11-28 00:00:00',
      detections: 3,
      provinceId: '110000',
      firstDetectedAt: '2026-11-01',
      providerId: '990000000001',
      carrierId: '990000000002',
    },
  ],
  'filing-results': {
    results: [
      { codes: [{ code: 1001, description: '审核通过' }, { code: 1062 }], operation: 'new-filing', key: '1001' },
      { codes: [{ code: 1041, description: '首页须含域名' }], operation: 'new-service', key: '京ICP备00000000号' },
    ],
    opinions: [
      {
        reviewer: '示例管局',
        reviewerPhone: '010-00000000',
        reviewedAt: '2026-11-28 16:00:00',
        opinion: '网站名称与主办者无关',
        verdict: 'refused',
        operation: 'new-service',
        recordId: '2001',
      },
      { reviewedAt: '2026-11-28', verdict: 'approved' },
    ],
  },
  'check-tasks': [
    {
      subject: {
        ...(({ id: _, ...rest }) => rest)(subject),
        bureauId: '8001',
        firstReportedAt: '2026-11-20',
      },
      services: [
        {
          ...(({ id: _, ...rest }) => rest)(website),
          bureauId: '8101',
          domains: [{ bureauId: '8201', name: 'fictional-shop.example' }],
          accesses: [
            {
              bureauId: '8301',
              places: [1],
              modes: [1],
              addresses: [{ bureauId: '8401', first: '192.0.2.10', last: '192.0.2.10' }],
              providerId: '990000000001',
              filedBy: 'provider',
            },
          ],
        },
      ],
    },
  ],
  'inspection-results': {
    subjects: [
      {
        bureauId: '8001',
        name: '虚构示例科技有限公司',
        certificateKind: 1,
        certificateNumber: 'FICTION1',
        error: '证件已注销',
      },
    ],
    accesses: [
      {
        serviceId: '8101',
        filingNumber: '京ICP备00000000号-1',
        domain: 'fictional-shop.example',
        resolvesTo: '203.0.113.77',
        reportedBy: '990000000001',
        verdict: 'over-reported',
        inspectedAt: '2026-11-28',
        accessId: '8301',
      },
    ],
    shellSites: [
      {
        serviceId: '8101',
        filingNumber: '京ICP备00000000号-1',
        verdict: 'dead',
        inspectedAt: '2026-11-28',
        homeUrl: 'www.fictional-shop.example',
      },
    ],
    liveness: [{ serviceId: '8101', filingNumber: '京ICP备00000000号-1', inspectedAt: '2026-11-28 10:00:00' }],
  },
  'rectification-notices': [
    { what: 'service', filingNumber: '京ICP备00000000号-1', bureauId: '8101', content: '首页底部未标明备案号' },
    { what: 'subject', content: '联系电话无法接通' },
  ],
  'domain-results': [
    { codes: [{ code: 3998, description: '成功' }], operation: 'new-domain', id: '7001', bureauId: '88' },
    {
      codes: [
        { code: 3004, description: '有效日期早于今天' },
        { code: 3007, description: '注册商' },
      ],
      operation: 'new-domain',
      id: '7002',
    },
  ],
  'ip-results': {
    sources: [{ codes: [{ code: 2998, description: '成功', ranges: [] }], operation: 'new', id: '1', bureauId: '91' }],
    allocations: [
      {
        codes: [
          {
            code: 2056,
            description: 'IP 地址冲突',
            ranges: [{ bureauId: '92', id: '2', first: '192.0.2.0', last: '192.0.2.255', remark: '他人已报' }],
          },
        ],
        operation: 'new',
        id: '2',
      },
    ],
    broadcasts: [],
    own: [{ codes: [{ code: 2998, description: '成功', ranges: [] }], operation: 'remove', bureauId: '93' }],
  },
  'ip-inspection': {
    outOfRange: [
      {
        recordId: '91',
        first: '192.0.2.0',
        last: '192.0.2.255',
        kind: 1,
        allowedFirst: '192.0.2.0',
        allowedLast: '192.0.2.127',
      },
    ],
    conflicts: [
      {
        recordId: '92',
        first: '192.0.2.0',
        last: '192.0.2.9',
        otherUnitId: '990000000002',
        otherFirst: '192.0.2.5',
        otherLast: '192.0.2.9',
        kind: 2,
      },
    ],
    unreported: [{ first: '203.0.113.0', last: '203.0.113.9', unitId: '990000000001' }],
  },
  'code-tables': tables,
  'resync-filings': [published],
  'resync-domains': [withBothIds],
  'resync-code-tables': tables,
}
