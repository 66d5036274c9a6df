import {
  Clock,
  FileText,
  Hammer,
  MapPin,
  MessagesSquare,
  Shapes,
  Tag,
  UserRound,
  type LucideIcon,
} from 'lucide-react'
import type { CodeKind } from '../../shared/model/kinds.ts'
import { CodeDot, hueStyle } from '../ui/index.ts'

export const codeKindIcons: Record<CodeKind, LucideIcon> = {
  theme: Tag,
  work: Hammer,
  text: FileText,
  actor: UserRound,
  site: MapPin,
  time: Clock,
  discourse: MessagesSquare,
  free: Shapes,
}

interface CodeMarkProps {
  kind: CodeKind
  hue: number
  isGroup: boolean
}

/** Groups at the top, and texts, show their kind; the other codes a dot of their colour. */
export function CodeMark({ kind, hue, isGroup }: CodeMarkProps) {
  if (!isGroup && kind !== 'text') {
    return (
      <span className="code-mark">
        <CodeDot hue={hue} />
      </span>
    )
  }
  const Icon = codeKindIcons[kind]
  return (
    <span className="code-mark code-mark-kind" style={hueStyle(hue)}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
    </span>
  )
}
