import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import './controls.css'

export interface TabsProps<V extends string> {
  value: V
  onValue: (value: V) => void
  tabs: ReadonlyArray<{ value: V; label: ReactNode; content: ReactNode }>
}

/** Tabs within a page. Those of the workspace are their own. */
export function Tabs<V extends string>({ value, onValue, tabs }: TabsProps<V>) {
  return (
    <Base.Root value={value} onValueChange={(next) => onValue(next as V)} className="tabs">
      <Base.List className="tabs-list">
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className="tabs-tab">
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="tabs-panel">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
