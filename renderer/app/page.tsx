import { CodePage } from '../codes/code-page.tsx'
import { CodebookView } from '../export/codebook-view.tsx'
import { MemoEditor } from '../memos/memo-editor.tsx'
import { LostPassages } from '../passages/lost-passages.tsx'
import { ReadingView } from '../reading/reading-view.tsx'
import { SearchView } from '../search/search-view.tsx'
import { SettingsView } from '../settings/settings-view.tsx'
import { ActivityView } from './activity-view.tsx'
import type { View } from './views.ts'

/** One page of the centre. `isActive`: it is in front, in the group used last. */
export function Page({ view, isActive }: { view: View; isActive: boolean }) {
  switch (view.type) {
    case 'source':
      return (
        <ReadingView
          sourceId={view.id}
          active={isActive}
          {...(view.at === undefined ? {} : { at: view.at })}
        />
      )
    case 'code':
      return <CodePage codeId={view.id} />
    case 'memo':
      return <MemoEditor memoId={view.id} />
    case 'lost':
      return <LostPassages />
    case 'search':
      return <SearchView query={view.query} isActive={isActive} />
    case 'activity':
      return <ActivityView />
    case 'codebook':
      return <CodebookView />
    case 'settings':
      return <SettingsView />
  }
}
