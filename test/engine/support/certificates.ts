import { generate } from 'selfsigned'

export interface KeyAndCertificate {
  /** PEM. */
  key: string
  cert: string
}

const day = 24 * 3600 * 1000

/** An authority of one's own, that nobody trusts until its certificate is installed. */
export async function newAuthority(): Promise<KeyAndCertificate> {
  const { private: key, cert } = await generate(
    [{ name: 'commonName', value: 'Authority of a test' }],
    {
      ...{ keyType: 'ec', algorithm: 'sha256' },
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  )
  return { key, cert }
}

/** A certificate for an address, signed by an authority, or by itself; valid until some days from now. */
export async function newCertificate(
  ip: string,
  { ca, days = 30 }: { ca?: KeyAndCertificate; days?: number },
): Promise<KeyAndCertificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'A test' }], {
    ...{ keyType: 'ec', algorithm: 'sha256', ...(ca ? { ca } : {}) },
    notBeforeDate: new Date(Date.now() - 60 * day),
    notAfterDate: new Date(Date.now() + days * day),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip }] }],
  })
  return { key, cert }
}
