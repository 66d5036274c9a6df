import {
  AudioLines,
  ClipboardList,
  Eye,
  FileText,
  Globe,
  Mail,
  MessageSquareText,
  NotebookText,
  ScrollText,
  UsersRound,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { SourceKind } from '../../shared/model/kinds.ts'

const icons: Record<SourceKind, LucideIcon> = {
  interview: MessageSquareText,
  'focus group': UsersRound,
  'field note': NotebookText,
  observation: Eye,
  'boss text': ScrollText,
  document: FileText,
  'survey answers': ClipboardList,
  'e-mail': Mail,
  'web page': Globe,
  'audio/video transcript': AudioLines,
}

export function kindIcon(kind: SourceKind): LucideIcon {
  return icons[kind]
}
