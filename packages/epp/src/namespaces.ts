/** Exact namespace URIs, keyed by the prefix that we write. Prefixes carry no meaning when reading. */
export const namespaces = {
  epp: 'urn:ietf:params:xml:ns:epp-1.0',
  domain: 'urn:ietf:params:xml:ns:domain-1.0',
  host: 'urn:ietf:params:xml:ns:host-1.0',
  contact: 'urn:ietf:params:xml:ns:contact-1.0',
  secDNS: 'urn:ietf:params:xml:ns:secDNS-1.1',
  rgp: 'urn:ietf:params:xml:ns:rgp-1.0',
  fee: 'urn:ietf:params:xml:ns:epp:fee-1.0',
  loginSec: 'urn:ietf:params:xml:ns:epp:loginSec-1.0',
  namestoreExt: 'http://www.verisign-grs.com/epp/namestoreExt-1.1',
  changePoll: 'urn:ietf:params:xml:ns:changePoll-1.0',
  secureAuthInfo: 'urn:ietf:params:xml:ns:epp:secure-authinfo-transfer-1.0',
  unhandledNamespaces: 'urn:ietf:params:xml:ns:epp:unhandled-namespaces-1.0',
  verificationCode: 'urn:ietf:params:xml:ns:verificationCode-1.0',
  'cnnic-domain': 'urn:ietf:params:xml:ns:cnnic-domain-1.0',
  'cnnic-contact': 'urn:ietf:params:xml:ns:cnnic-contact-1.0',
  'cnnic-host': 'urn:ietf:params:xml:ns:cnnic-host-1.0',
} as const
