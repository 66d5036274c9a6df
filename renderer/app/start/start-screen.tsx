import { Compass, FilePlus2, FolderOpen, Trash2, FolderSearch, UsersRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RecentProject } from '../../../shared/contract/app.ts'
import { DeleteButton, openContextMenu, Select } from '../../ui/index.ts'
import { showDialog } from '../dialogs.ts'
import { callApp } from '../engine-client.ts'
import { useFormat, useLanguage, useT } from '../i18n.ts'
import { chooseAndOpen, openProject, openSample, useSession } from '../session.ts'
import { changeSettings, useSettings } from '../settings.ts'
import { useWork } from '../work.ts'
import { WorkStatus } from '../work-status.tsx'
import './start.css'

export function StartScreen() {
  const t = useT()
  const language = useLanguage()
  const opening = useSession((session) => session.opening)
  const isWorking = useWork() !== undefined
  return (
    <main className="start">
      <div className="start-page">
        <header className="start-head">
          <h1>{t('app.name')}</h1>
          <p>{t('start.lead')}</p>
        </header>
        <div className="start-columns">
          <div>
            <div className="start-doors">
              <button
                type="button"
                className="start-door"
                onClick={() => showDialog({ type: 'newProject' })}
              >
                <FilePlus2 size={20} strokeWidth={1.5} aria-hidden />
                <span className="start-door-words">
                  <b>{t('start.newProject')}</b>
                  <span>{t('start.newProjectText')}</span>
                </span>
              </button>
              <button type="button" className="start-door" onClick={() => void chooseAndOpen()}>
                <FolderOpen size={20} strokeWidth={1.5} aria-hidden />
                <span className="start-door-words">
                  <b>{t('start.openProject')}</b>
                  <span>{t('start.openProjectText')}</span>
                </span>
              </button>
              <button
                type="button"
                className="start-door"
                onClick={() => showDialog({ type: 'join' })}
              >
                <UsersRound size={20} strokeWidth={1.5} aria-hidden />
                <span className="start-door-words">
                  <b>{t('meeting.join.door')}</b>
                  <span>{t('meeting.join.doorText')}</span>
                </span>
              </button>
              <button
                type="button"
                className="start-door"
                disabled={opening !== null}
                onClick={() => void openSample(language)}
              >
                <Compass size={20} strokeWidth={1.5} aria-hidden />
                <span className="start-door-words">
                  <b>{t('start.openSample')}</b>
                  <span>{t('start.openSampleText')}</span>
                </span>
              </button>
            </div>
            <RecentProjects />
          </div>
          <FirstSteps />
        </div>
        <footer className="start-foot">
          <LanguageChoice />
          {/* Where there is more to say of it, the work says it. */}
          <span role="status">{opening === null || isWorking ? '' : t('start.open.opening')}</span>
          <WorkStatus />
        </footer>
      </div>
    </main>
  )
}

function RecentProjects() {
  const t = useT()
  const format = useFormat()
  const [items, setItems] = useState<RecentProject[] | null>(null)
  const problem = useSession((session) => session.problem)
  useEffect(() => {
    void callApp('app.recent', {}).then(setItems)
  }, [problem])
  const forget = async (path: string): Promise<void> => {
    await callApp('app.forgetRecent', { path })
    setItems(await callApp('app.recent', {}))
  }
  return (
    <section className="start-recent">
      <h2>{t('start.recent')}</h2>
      {items?.length === 0 && <p className="start-quiet">{t('start.noRecent')}</p>}
      <ul>
        {items?.map((item) => (
          <li
            key={item.path}
            className="start-recent-row"
            onContextMenu={(event) =>
              openContextMenu(event, [
                {
                  label: t('start.showInFolder'),
                  icon: FolderSearch,
                  perform: () => void callApp('app.showInFolder', { path: item.path }),
                },
                { label: t('start.forget'), icon: Trash2, perform: () => void forget(item.path) },
              ])
            }
          >
            <button
              type="button"
              className={item.exists ? 'start-recent-open' : 'start-recent-open start-missing'}
              onClick={() => void openProject(item.path)}
            >
              <b>{item.title}</b>
              <span className="start-path">{item.exists ? item.path : t('start.missing')}</span>
              <span className="start-when">{format.ago(item.opened)}</span>
            </button>
            <DeleteButton
              size="small"
              label={`${t('start.forget')}: ${item.title}`}
              noTooltip
              className="start-forget"
              onClick={() => void forget(item.path)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FirstSteps() {
  const t = useT()
  return (
    <aside className="start-steps" aria-labelledby="first-steps">
      <h2 id="first-steps">{t('start.firstSteps')}</h2>
      <ol>
        {(['step1', 'step2', 'step3', 'step4'] as const).map((step, index) => (
          <li key={step}>
            <span className="start-step-number" aria-hidden>
              {index + 1}
            </span>
            <div>
              <b>{t(`start.${step}`)}</b>
              <p>{t(`start.${step}Text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </aside>
  )
}

function LanguageChoice() {
  const t = useT()
  const { language } = useSettings()
  return (
    <Select
      aria-label={t('settings.language')}
      className="start-language"
      isQuiet
      value={language}
      options={[
        { value: 'en', label: t('settings.english') },
        { value: 'nb', label: t('settings.bokmal') },
      ]}
      onValue={(next) => void changeSettings({ language: next })}
    />
  )
}
