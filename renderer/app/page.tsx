import { AgreementView } from '../agreement/agreement-view.tsx'
import { FindingsView } from '../analysis/findings-view.tsx'
import { TableView } from '../analysis/table-view.tsx'
import { AskView } from '../ask/ask-view.tsx'
import { CodePage } from '../codes/code-page.tsx'
import { CompareView } from '../compare/compare-view.tsx'
import { ReportsView } from '../reports/reports-view.tsx'
import { CodebookView } from '../export/codebook-view.tsx'
import { FiguresView } from '../figures/figures-view.tsx'
import { MatrixView } from '../figures/matrix-view.tsx'
import { GlossaryView } from '../help/glossary-view.tsx'
import { MapView } from '../maps/map-view.tsx'
import { MeetingView } from '../meeting/meeting-view.tsx'
import { MemoEditor } from '../memos/memo-editor.tsx'
import { LostPassages } from '../passages/lost-passages.tsx'
import { PeopleView } from '../people/people-view.tsx'
import { AccountEditor } from '../quotes/account-editor.tsx'
import { QuotesView } from '../quotes/quotes-view.tsx'
import { ReadingView } from '../reading/reading-view.tsx'
import { SearchView } from '../search/search-view.tsx'
import { SettingsView } from '../settings/settings-view.tsx'
import { HierarchyView } from '../texts/hierarchy/hierarchy-view.tsx'
import { TextPage } from '../texts/text-page.tsx'
import { TextRegister } from '../texts/text-register.tsx'
import { ProcessPage } from '../work/process-page.tsx'
import { ActivityView } from './activity-view.tsx'
import type { View } from './views.ts'

interface PageProps {
  view: View
  isFront: boolean
  isActive: boolean
}

/** One page of the centre. `isFront`: it is in front in its group; `isActive`: in the group used last, too. */
export function Page({ view, isFront, isActive }: PageProps) {
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
    case 'quotes':
      return <QuotesView {...('personId' in view ? { personId: view.personId } : {})} />
    case 'account':
      return <AccountEditor accountId={view.id} />
    case 'lost':
      return <LostPassages />
    case 'search':
      return <SearchView view={view} isActive={isActive} />
    case 'ask':
      return <AskView question={view.question} />
    case 'activity':
      return <ActivityView />
    case 'codebook':
      return <CodebookView isFront={isFront} />
    case 'reports':
      return <ReportsView isFront={isFront} question={view.question} />
    case 'settings':
      return <SettingsView />
    case 'glossary':
      return <GlossaryView />
    case 'agreement':
      return <AgreementView />
    case 'matrix':
      return <MatrixView {...(view.choice === undefined ? {} : { given: view.choice })} />
    case 'figures':
      return <FiguresView {...(view.figure === undefined ? {} : { given: view.figure })} />
    case 'compare':
      return <CompareView view={view} isActive={isActive} />
    case 'meeting':
      return <MeetingView />
    case 'people':
      return <PeopleView />
    case 'texts':
      return <TextRegister />
    case 'text':
      return <TextPage textId={view.id} />
    case 'hierarchy':
      return <HierarchyView {...(view.focus === undefined ? {} : { focus: view.focus })} />
    case 'process':
      return <ProcessPage processId={view.id} />
    case 'map':
      return <MapView mapId={view.id} isActive={isActive} />
    case 'findings':
      return <FindingsView part={view.part} />
    case 'table':
      return <TableView table={view.table} />
  }
}
