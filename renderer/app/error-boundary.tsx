import { TriangleAlert } from 'lucide-react'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/index.ts'
import { text } from './i18n.ts'

/** Keeps a fault in one page from taking the window with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    return (
      <EmptyState icon={TriangleAlert} title={text('app.tabs.failed')}>
        {text('app.tabs.failedText')}
      </EmptyState>
    )
  }
}
