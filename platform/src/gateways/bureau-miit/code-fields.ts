/** Fields of a draft that the codes of results are about; a code that is about nothing of it has none. */
const fields: Readonly<Record<number, string>> = {
  1003: 'subject.certificate.number',
  1004: 'services.0.domains',
  1005: 'services.0.domains',
  1006: 'services.0.access',
  1007: 'subject.principal.phone',
  1008: 'subject.certificate.number',
  1009: 'subject.principal.email',
  1010: 'subject.principal.officePhone',
  1011: 'subject.principal.phone',
  1014: 'subject.nature',
  1015: 'subject.principal.certificate.number',
  1019: 'subject.region',
  1020: 'services.0.name',
  1021: 'services.0.homeUrl',
  1022: 'services.0.homeUrl',
  1029: 'services.0.access',
  1031: 'services.0.principal.officePhone',
  1033: 'services.0.preApprovals',
  1034: 'services.0.content',
  1035: 'services.0.access.0.mode',
  1036: 'services.0.access.0.place',
  1041: 'services.0.homeUrl',
  1044: 'subject.principal.name',
  1046: 'subject.region',
  1064: 'services.0.domains',
  1065: 'subject',
  1066: 'services.0.languages',
  5008: 'subject.remark',
  5010: 'papers',
}

export function fieldOfCode(code: number): string | null {
  return fields[code] ?? null
}
