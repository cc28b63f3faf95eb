import type { FilingStepName } from './findings-of-step.ts'

/** Where in the draft what a reason of the dictionary is about is changed; what is changed outside of it stands in none. */
const fields: Readonly<Record<Exclude<FilingStepName, 'order'>, readonly string[]>> = {
  subject: [
    'subject',
    'unit',
    'unitName',
    'nature',
    'investor',
    'identity',
    'idType',
    'idNumber',
    'idAddress',
    'validTo',
    'birthDate',
    'principal',
    'siteAdmin',
    'region',
    'address',
    'location',
    'phone',
    'phones',
    'officePhone',
    'email',
    'emails',
  ],
  services: [
    'site',
    'siteName',
    'names',
    'domain',
    'domains',
    'url',
    'content',
    'contentType',
    'language',
    'text',
    'remark',
    'preApproval',
    'preApprovalNo',
    'app',
    'appName',
    'appFeature',
    'platforms',
    'icon',
  ],
  access: ['access', 'ip', 'resource', 'serviceCode'],
  papers: ['file', 'files', 'form', 'image', 'photo', 'seal', 'video'],
}

const steps = new Map(
  Object.entries(fields).flatMap(([step, words]) => words.map((word) => [word, step as FilingStepName] as const)),
)

export const stepOfReason = (field: string): FilingStepName => steps.get(field) ?? 'order'
