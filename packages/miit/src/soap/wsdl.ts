import type { MethodNames, ServiceName, WsdlNames } from '../profile/wsdl-names.ts'
import { escapeAttribute } from '../xml/write.ts'

/** The description of one service, in the wrapped document style that JAX-WS writes. */
export function wsdlDocument(names: WsdlNames, service: ServiceName, location: string): string {
  const methods = Object.values(names.methods).filter((method) => method.service === service)
  const ns = escapeAttribute(names.namespace)
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:tns="${ns}" targetNamespace="${ns}" name="${service}">
<types><xsd:schema targetNamespace="${ns}" elementFormDefault="unqualified">
${methods.map((method) => elements(method, names.resultPart)).join('\n')}
</xsd:schema></types>
${methods.map(messages).join('\n')}
<portType name="${service}Port">
${methods.map(({ name }) => `<operation name="${name}"><input message="tns:${name}"/><output message="tns:${name}Response"/></operation>`).join('\n')}
</portType>
<binding name="${service}Binding" type="tns:${service}Port"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
${methods.map(({ name }) => `<operation name="${name}"><soap:operation soapAction=""/><input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation>`).join('\n')}
</binding>
<service name="${service}"><port name="${service}Port" binding="tns:${service}Binding"><soap:address location="${escapeAttribute(location)}"/></port></service>
</definitions>
`
}

const elements = ({ name, parameters }: MethodNames, resultPart: string): string =>
  `<xsd:element name="${name}"><xsd:complexType><xsd:sequence>${parameters
    .map(([parameter, type]) => `<xsd:element name="${parameter}" type="xsd:${type}"/>`)
    .join('')}</xsd:sequence></xsd:complexType></xsd:element>
<xsd:element name="${name}Response"><xsd:complexType><xsd:sequence><xsd:element name="${resultPart}" type="xsd:string"/></xsd:sequence></xsd:complexType></xsd:element>`

const messages = ({ name }: MethodNames): string =>
  `<message name="${name}"><part name="parameters" element="tns:${name}"/></message><message name="${name}Response"><part name="parameters" element="tns:${name}Response"/></message>`
