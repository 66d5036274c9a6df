import { Pencil } from 'lucide-react'
import type { Settings } from '../../shared/contract/app.ts'
import { AgreementSetting } from '../agreement/agreement-setting.tsx'
import { AnalystMark } from '../app/analyst-badge.tsx'
import { showDialog } from '../app/dialogs.ts'
import { act } from '../app/engine-client.ts'
import { useT } from '../app/i18n.ts'
import { useProject } from '../app/session.ts'
import { changeSettings, useAppInfo, useSettings } from '../app/settings.ts'
import { toast } from '../app/toast.ts'
import { showWork } from '../app/work.ts'
import { Button, Field, IconButton, InlineEdit, Segmented } from '../ui/index.ts'
import { BackupsSection } from './backups-section.tsx'
import './settings.css'

export function SettingsView() {
  const t = useT()
  const { version } = useAppInfo()
  return (
    <div className="settings">
      <h1>{t('settings.title')}</h1>
      <LookSection />
      <ReadingSection />
      <ProjectSection />
      <BackupsSection />
      <p className="settings-version">{t('settings.version', { version })}</p>
    </div>
  )
}

function LookSection() {
  const t = useT()
  const settings = useSettings()
  const themes: ReadonlyArray<{ value: Settings['theme']; label: string }> = [
    { value: 'system', label: t('settings.system') },
    { value: 'light', label: t('settings.light') },
    { value: 'dark', label: t('settings.dark') },
    { value: 'contrast', label: t('settings.contrast') },
  ]
  return (
    <section className="settings-section" aria-labelledby="settings-look">
      <h2 id="settings-look">{t('settings.look')}</h2>
      <div className="settings-row">
        <span className="settings-name">{t('settings.language')}</span>
        <Segmented
          label={t('settings.language')}
          value={settings.language}
          options={[
            { value: 'en', label: t('settings.english') },
            { value: 'nb', label: t('settings.bokmal') },
          ]}
          onValue={(language) => void changeSettings({ language })}
        />
      </div>
      <div className="settings-row">
        <span className="settings-name">{t('settings.theme')}</span>
        <Segmented
          label={t('settings.theme')}
          value={settings.theme}
          options={themes}
          onValue={(theme) => void changeSettings({ theme })}
        />
      </div>
    </section>
  )
}

function ReadingSection() {
  const t = useT()
  const settings = useSettings()
  return (
    <section className="settings-section" aria-labelledby="settings-reading">
      <h2 id="settings-reading">{t('settings.reading')}</h2>
      <div className="settings-row">
        <span className="settings-name">{t('settings.face')}</span>
        <Segmented
          label={t('settings.face')}
          value={settings.readingFace}
          options={[
            { value: 'serif', label: t('settings.serif') },
            { value: 'sans', label: t('settings.sans') },
          ]}
          onValue={(readingFace) => void changeSettings({ readingFace })}
        />
      </div>
      <label className="settings-row">
        <span className="settings-name">{t('settings.size')}</span>
        <span className="settings-range">
          <input
            type="range"
            min={13}
            max={28}
            value={settings.readingSize}
            onChange={(event) => void changeSettings({ readingSize: Number(event.target.value) })}
          />
          <span className="settings-value">{settings.readingSize} px</span>
        </span>
      </label>
      <label className="settings-row">
        <span className="settings-name">{t('settings.measure')}</span>
        <span className="settings-range">
          <input
            type="range"
            min={45}
            max={100}
            value={settings.readingMeasure}
            onChange={(event) =>
              void changeSettings({ readingMeasure: Number(event.target.value) })
            }
          />
          <span className="settings-value">
            {t('settings.measureValue', { count: settings.readingMeasure })}
          </span>
        </span>
      </label>
      <p className="settings-sample">{t('settings.sample')}</p>
    </section>
  )
}

function ProjectSection() {
  const t = useT()
  const project = useProject()
  const removePassword = async (): Promise<void> => {
    const done = await showWork(
      t('settings.decrypting'),
      act('project.setPassword', { password: null }),
    )
    if (done !== undefined) toast({ text: t('settings.passwordRemoved') })
  }
  return (
    <section className="settings-section" aria-labelledby="settings-project">
      <h2 id="settings-project">{t('settings.project')}</h2>
      <Field label={t('settings.projectTitle')} isInline>
        {() => (
          <InlineEdit
            label={t('settings.projectTitle')}
            value={project.title}
            isReadOnly={project.readOnly}
            onSave={(title) => title !== '' && void act('project.rename', { title })}
          />
        )}
      </Field>
      <div className="settings-row">
        <span className="settings-name">{t('settings.file')}</span>
        <div>
          <p className="settings-path">{project.path}</p>
          <div className="settings-buttons">
            <Button onClick={() => showDialog({ type: 'check' })}>{t('app.actions.check')}</Button>
          </div>
        </div>
      </div>
      <div className="settings-row">
        <span className="settings-name">{t('settings.analyst')}</span>
        <ul className="settings-analysts">
          {project.analysts.map((analyst) => (
            <li key={analyst.id}>
              <AnalystMark analyst={analyst} />
              <InlineEdit
                label={`${t('app.analyst.name')}: ${analyst.name}`}
                value={analyst.name}
                isReadOnly={project.readOnly}
                onSave={(name) =>
                  name !== '' && void act('analysts.update', { analystId: analyst.id, name })
                }
              />
              <IconButton
                icon={Pencil}
                size="small"
                label={t('app.analyst.edit', { name: analyst.name })}
                disabled={project.readOnly}
                onClick={() => showDialog({ type: 'editAnalyst', analystId: analyst.id })}
              />
              {analyst.position !== '' && (
                <span className="settings-position" title={analyst.position}>
                  {analyst.position}
                </span>
              )}
            </li>
          ))}
          <li>
            <Button
              size="small"
              disabled={project.readOnly}
              onClick={() => showDialog({ type: 'addAnalyst' })}
            >
              {t('app.titleBar.addAnalyst')}
            </Button>
          </li>
        </ul>
      </div>
      <AgreementSetting />
      <div className="settings-row">
        <span className="settings-name">{t('settings.password')}</span>
        <div>
          <p>{t(project.encrypted ? 'settings.hasPassword' : 'settings.noPassword')}</p>
          <div className="settings-buttons">
            <Button disabled={project.readOnly} onClick={() => showDialog({ type: 'password' })}>
              {t(project.encrypted ? 'settings.changePassword' : 'settings.setPassword')}
            </Button>
            {project.encrypted && (
              <Button
                variant="danger"
                title={t('settings.removeSure')}
                disabled={project.readOnly}
                onClick={() => void removePassword()}
              >
                {t('settings.removePassword')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </section>
  )
}
