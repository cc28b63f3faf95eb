/** The one suite of algorithms that a signed code may use (XML Signature, RFC 6931 §2.3.2). */
export const algorithms = {
  canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  enveloped: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
} as const

export const signatureUri = 'http://www.w3.org/2000/09/xmldsig#'
