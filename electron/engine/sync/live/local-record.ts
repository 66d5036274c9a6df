import type { z } from 'zod'
import type { Project } from '../../project/project.ts'

/**
 * What this device keeps for live sessions: keys, who was admitted, the host that admitted it. It
 * stays in the table `local`, which is never sent (S8), and holds only for the device it was made on:
 * a copy of the file, which is a device of its own (S1), begins anew.
 */
export function readLocal<T>(project: Project, name: string, schema: z.ZodType<T>): T | null {
  const text = project.device.local(name)
  if (text === null) return null
  try {
    const { device, value } = JSON.parse(text) as { device?: unknown; value?: unknown }
    return device === project.device.id ? schema.parse(value) : null
  } catch {
    return null
  }
}

export function writeLocal(project: Project, name: string, value: unknown): void {
  project.device.setLocal(name, JSON.stringify({ device: project.device.id, value }))
}
