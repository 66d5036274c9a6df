import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { ended, startCommandLine } from './support/command-line.ts'
import { newProject, newSource, temporaryFolder, TestEngine } from './support/project.ts'

/**
 * D1: setting, changing and removing a password writes the whole file anew. Killed at any moment in
 * it, the file opens with the password from before or with the new one, everything is there, and the
 * next opening leaves nothing of the attempt beside it.
 */
const kills = Number(process.env.STANDPOINT_KILLS ?? 6)
const sentence = 'Da brevet kom, ringte hun kontoret. 😀 '
const text = `${sentence.repeat(20)}\n`.repeat(300)

test(
  `a project is whole after a kill -9 while its password is changed (${kills} times)`,
  { timeout: 60_000 + kills * 15_000 },
  async () => {
    const changes = [
      { before: undefined, now: 'blå elv' },
      { before: 'blå elv', now: 'rød sti' },
      { before: 'rød sti', now: null },
    ]
    const folder = temporaryFolder()
    let inTheMiddle = 0
    for (const { before, now } of changes) {
      const whole = join(folder, `${String(before)}.standpoint`)
      await fill(whole, before)
      const path = join(folder, 'killed.standpoint')
      const takes = await change(copied(whole, path), before, now, null)
      expect(await opensWith(path, now ?? undefined)).toBe(true)
      const each = kills / changes.length
      for (let kill = 0; kill < each; kill++) {
        const moment = (takes.took * (kill + 0.5)) / each
        const { isDone } = await change(copied(whole, path), before, now, moment)
        const isOld = await opensWith(path, before)
        if (!isOld)
          expect(await opensWith(path, now ?? undefined), `killed after ${moment} ms`).toBe(true)
        if (isDone) expect(isOld).toBe(false)
        else inTheMiddle += 1
        expect(readdirSync(folder).filter((name) => name.startsWith('killed'))).toEqual([
          'killed.standpoint',
        ])
      }
    }
    // The kills have to fall where they hurt, or nothing was shown.
    expect(inTheMiddle).toBeGreaterThan(kills / 3)
  },
)

function copied(from: string, to: string): string {
  copyFileSync(from, to)
  return to
}

async function fill(path: string, password: string | undefined): Promise<void> {
  const engine = await newProject(path, password)
  const sourceId = await newSource(engine, text)
  await engine.do('passages.code', { sourceId, start: 3, end: 9, newCode: { name: 'brev' } })
  await engine.do('project.close', {})
}

/** Changes the password in a process of its own, which is killed so many milliseconds after it began. */
async function change(
  path: string,
  before: string | undefined,
  now: string | null,
  killAfter: number | null,
): Promise<{ isDone: boolean; took: number }> {
  const secret = before === undefined ? [] : ['--password-stdin']
  const child = startCommandLine(['run', path, '-', ...secret])
  child.stdin.on('error', () => {
    // The reader was killed: that is what this is about.
  })
  const over = ended(child)
  const answers = answersOf(child.stdout)
  const commands = [
    { command: 'codes.create', args: { name: 'først' } },
    { command: 'project.setPassword', args: { password: now } },
  ]
  const lines = [
    ...(before === undefined ? [] : [before]),
    ...commands.map((each) => JSON.stringify(each)),
  ]
  child.stdin.end(`${lines.join('\n')}\n`)
  await Promise.race([answers.count(1), over])
  const start = performance.now()
  if (killAfter === null) await Promise.race([answers.count(2), over])
  else {
    await after(killAfter)
    child.kill('SIGKILL')
  }
  const took = performance.now() - start
  const [, answer] = (await over).out.split('\n')
  const isDone = answer !== undefined && answer !== ''
  if (isDone) expect(JSON.parse(answer)).toEqual({ ok: true, value: {} })
  return { isDone, took }
}

function answersOf(stream: NodeJS.ReadableStream): { count: (lines: number) => Promise<void> } {
  let seen = ''
  return {
    count: (lines) =>
      new Promise((resolve) => {
        const look = (part: string): void => {
          seen += part
          if (seen.split('\n').length > lines) resolve()
        }
        look('')
        stream.on('data', (part: Buffer) => look(part.toString('utf8')))
      }),
  }
}

/** Whether the file opens so; then everything has to be in it. */
async function opensWith(path: string, password: string | undefined): Promise<boolean> {
  const engine = new TestEngine()
  onTestFinished(() => engine.close())
  const options = password === undefined ? {} : { password }
  const opened = await engine.run('project.open', { path, ...options })
  if (!opened.ok) {
    expect(['project.needsPassword', 'project.wrongPassword']).toContain(opened.error.code)
    return false
  }
  // A plain project opens whatever password is given.
  if (opened.value.encrypted !== (password !== undefined)) {
    await engine.do('project.close', {})
    return false
  }
  expect(await engine.get('project.check', {})).toMatchObject({ clean: true })
  const { items } = await engine.get('sources.list', {})
  const found = await engine.get('sources.text', { sourceId: items[0]?.id ?? '' })
  // Not by toBe, which would print a megabyte.
  expect(found.text.trimEnd() === text.trimEnd()).toBe(true)
  expect((await engine.get('codes.list', {})).items.map(({ name }) => name).toSorted()).toEqual([
    'brev',
    'først',
  ])
  await engine.do('project.close', {})
  return true
}
