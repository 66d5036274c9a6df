import { ArrowDown, Equal, Forward, Layers, Merge, RotateCcw, Split } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Flow } from '../../../shared/model/institution.ts'

const icons: Record<Flow['kind'], LucideIcon> = {
  // oxlint-disable-next-line unicorn/no-thenable -- a kind of flow, nothing to be awaited
  then: ArrowDown,
  branch: Split,
  parallel: Equal,
  loop: RotateCcw,
  handover: Forward,
  merge: Merge,
  'builds on': Layers,
}

/** The sign of a kind of flow; its name must stand beside it. */
export function FlowIcon({ kind }: { kind: Flow['kind'] }) {
  const Icon = icons[kind]
  return <Icon size={13} strokeWidth={1.75} aria-hidden />
}
