import type { FindingsPart } from '../app/views.ts'
import './analysis.css'
import { CircuitsPage } from './circuits/circuits-page.tsx'
import { DisjuncturesPage } from './disjunctures/disjunctures-page.tsx'
import { QuestionsPage } from './questions/questions-page.tsx'
import { TermsPage } from './terms/terms-page.tsx'
import { ThreadsPage } from './threads/threads-page.tsx'

const pages: Record<FindingsPart, () => React.ReactNode> = {
  disjunctures: DisjuncturesPage,
  threads: ThreadsPage,
  circuits: CircuitsPage,
  terms: TermsPage,
  questions: QuestionsPage,
}

/** All findings of one kind. */
export function FindingsView({ part }: { part: FindingsPart }) {
  const Shown = pages[part]
  return <Shown />
}
