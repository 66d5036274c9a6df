import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ended, startCommandLine } from './support/command-line.ts'
import { exchangeAll, newFolderPair } from './support/folder.ts'
import { TestEngine } from './support/project.ts'
import { randomFrom } from './support/random.ts'
import { projectedRows } from './support/tables.ts'

/** F3, F4: two processes that exchange through a folder are killed at random moments. */
const kills = Number(process.env.STANDPOINT_KILLS ?? 12)
const seed = Number(process.env.STANDPOINT_SEED ?? 4)

test(
  `F3 F4 both end equal row for row after kill -9 in the middle of exchanging (${kills} times)`,
  {
    timeout: 300_000,
  },
  async () => {
    const random = randomFrom(seed)
    const { anna, bo, paths } = await newFolderPair()
    anna.close()
    bo.close()
    const acknowledged: string[] = []
    let killed = 0
    const session = async (path: string, round: number): Promise<void> => {
      const child = startCommandLine(['run', path, '-'])
      child.stdin.on('error', () => {
        // The reader was killed: that is what this is about.
      })
      const over = ended(child)
      const first = new Promise<void>((resolve) => {
        child.stdout.once('data', () => resolve())
        child.once('close', () => resolve())
      })
      const names = Array.from({ length: 12 }, (_, n) => `${path.length} ${round} ${n}`)
      const lines = names.flatMap((name) => [
        JSON.stringify({ command: 'codes.create', args: { name } }),
        JSON.stringify({ command: 'folder.exchange', args: {} }),
      ])
      child.stdin.end(`${lines.join('\n')}\n`)
      await first
      await after(random() * 400)
      if (child.exitCode === null && child.kill('SIGKILL')) killed += 1
      const { out } = await over
      const answers = out.split('\n').slice(0, -1)
      for (const [at, name] of names.entries())
        if (answers[2 * at]?.startsWith('{"ok":true')) acknowledged.push(name)
    }
    for (let round = 0; round < kills / 2; round++)
      await Promise.all([session(paths.anna, round), session(paths.bo, round)])
    expect(killed).toBeGreaterThan(kills / 3)

    const engines = [new TestEngine(), new TestEngine()] as const
    for (const [at, engine] of engines.entries())
      await engine.do('project.open', { path: at === 0 ? paths.anna : paths.bo })
    await exchangeAll(...engines, ...engines, ...engines)
    expect(projectedRows(paths.bo)).toEqual(projectedRows(paths.anna))
    for (const engine of engines) {
      const { items } = await engine.get('codes.list', {})
      expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(acknowledged))
      expect((await engine.get('project.check', { rebuild: true })).problems).toEqual([])
      expect((await engine.get('folder.status', {})).waitsFor).toEqual([])
      engine.close()
    }
  },
)
