import { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { Project } from '../../project/project.ts'
import { readLocal, writeLocal } from './local-record.ts'

const kept = z.object({ key: z.string(), cert: z.string() })

/** A key and the certificate for it, PEM; `fingerprint` is the SHA-256 of the certificate, hexadecimal. */
export interface Certificate {
  key: string
  cert: string
  fingerprint: string
}

/** The certificate this device shows as host of this project; made once (V1). */
export async function certificateOf(project: Project): Promise<Certificate> {
  const known = readLocal(project, 'live.certificate', kept)
  if (known) return { ...known, fingerprint: fingerprintOf(new X509Certificate(known.cert)) }
  const { generate } = await import('selfsigned')
  const now = Date.now()
  const made = await generate([{ name: 'commonName', value: 'Standpoint live session' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // Clocks of laptops differ; who it is is known by the fingerprint, not by dates.
    notBeforeDate: new Date(now - 24 * 3600 * 1000),
    notAfterDate: new Date(now + 20 * 365 * 24 * 3600 * 1000),
  })
  const certificate = { key: made.private, cert: made.cert }
  writeLocal(project, 'live.certificate', certificate)
  return { ...certificate, fingerprint: fingerprintOf(new X509Certificate(made.cert)) }
}

/** As Node has it, without its colons. */
export function fingerprintOf(certificate: { fingerprint256: string }): string {
  return certificate.fingerprint256.replaceAll(':', '').toLowerCase()
}
