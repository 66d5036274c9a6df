import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { cloudServiceOf } from '../../electron/engine/project/cloud-folder.ts'
import { up as first } from '../../electron/engine/migrations/001-first.ts'
import { up as history } from '../../electron/engine/migrations/002-history.ts'
import { up as meeting } from '../../electron/engine/migrations/003-meeting.ts'
import { formatVersion, migrate } from '../../electron/engine/project/format.ts'
import { temporaryFolder } from './support/project.ts'

test('migration 004 gives a file of format 3 the tables of the shared folder, and leaves the rest', () => {
  const db = new Database(join(temporaryFolder(), 'old.db'))
  for (const up of [first, history, meeting]) up(db)
  db.pragma('user_version = 3')
  db.prepare('INSERT INTO peers VALUES (?, ?, ?, ?, ?)').run('d', 'a', 'Bo', '2026', Buffer.of(1))
  db.prepare(`INSERT INTO local VALUES ('device', 'd1')`).run()
  migrate(db, 3)
  expect(db.pragma('user_version', { simple: true })).toBe(formatVersion)
  expect(db.prepare('SELECT name FROM peers').pluck().all()).toEqual(['Bo'])
  expect(db.prepare('SELECT value FROM local').pluck().all()).toEqual(['d1'])
  db.prepare('INSERT INTO folder_own (id, device, number, salt) VALUES (1, ?, 0, ?)').run(
    'd1',
    Buffer.of(1),
  )
  expect(() =>
    db
      .prepare('INSERT INTO folder_own (id, device, number, salt) VALUES (2, ?, 0, ?)')
      .run('d2', ''),
  ).toThrow()
  for (const table of ['folder_own', 'folder_parts', 'folder_devices'])
    expect(db.pragma(`table_list(${table})`)).toMatchObject([{ strict: 1 }])
  db.close()
})

test.each([
  ['/home/kari/Dropbox/tekst/a.standpoint', 'Dropbox'],
  ['/home/kari/Dropbox (UiO)/a.standpoint', 'Dropbox'],
  ['/Users/kari/Library/Mobile Documents/com~apple~CloudDocs/a.standpoint', 'iCloud'],
  ['/Users/kari/OneDrive - Universitetet i Oslo/a.standpoint', 'OneDrive'],
  ['/home/kari/Nextcloud/prosjekt/a.standpoint', 'Nextcloud'],
  ['/home/kari/Dropbox-notater/a.standpoint', null],
  ['/home/kari/Documents/a.standpoint', null],
])('F2 %s lies where %s copies files', (path, service) => {
  expect(cloudServiceOf(path)).toBe(service)
})
