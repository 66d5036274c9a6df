import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ended, startCommandLine } from './support/command-line.ts'
import { newProject, newSource, temporaryFolder, TestEngine } from './support/project.ts'
import { randomFrom } from './support/random.ts'

/**
 * D1, D2: the engine is killed at random moments in a stream of commands. Command number `n` leaves a
 * trace that names `n`, so that afterwards one can see which commands happened: always the first so
 * and so many, at least all that were acknowledged, and each of them whole.
 */
const kills = Number(process.env.STANDPOINT_KILLS ?? 200)
const seed = Number(process.env.STANDPOINT_SEED ?? Math.floor(Math.random() * 2 ** 31))
const lanes = 2
const projectsInLane = 4
const commandsInRun = 80

test(
  `D1 D2 an acknowledged command survives kill -9, and none is half there (${kills} times)`,
  { timeout: 600_000 },
  async () => {
    console.log(`crash: STANDPOINT_SEED=${seed} STANDPOINT_KILLS=${kills}`)
    const counts = { opening: 0, working: 0, ended: 0, acknowledged: 0, unacknowledged: 0 }
    const lane = async (number: number) => {
      const random = randomFrom(seed + number)
      for (let each = 0; each < projectsInLane; each++) {
        const world = await makeWorld()
        for (let round = 0; round < kills / lanes / projectsInLane; round++) {
          const killed = await killOnce(world, random)
          const rebuild = round % 10 === 9
          const found = await commandsFound(world, rebuild)
          expect(found).toBeGreaterThanOrEqual(world.done + killed.acknowledged)
          expect(found).toBeLessThanOrEqual(world.done + commandsInRun)
          if (!killed.bySignal) counts.ended += 1
          else if (killed.acknowledged === 0) counts.opening += 1
          else counts.working += 1
          counts.acknowledged += killed.acknowledged
          counts.unacknowledged += found - world.done - killed.acknowledged
          world.done = found
        }
      }
    }
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
    console.log(`crash: ${JSON.stringify(counts)}`)
    // The kills have to fall where they hurt, or nothing was shown.
    expect(counts.working).toBeGreaterThan(kills / 3)
  },
)

interface World {
  folder: string
  path: string
  sourceId: string
  /** Commands that are known to have happened. */
  done: number
}

async function makeWorld(): Promise<World> {
  const folder = temporaryFolder()
  const path = join(folder, 'crash.standpoint')
  const engine = await newProject(path)
  const sourceId = await newSource(engine, 'Da brevet kom, ringte hun kontoret. 😀\n'.repeat(60))
  engine.close()
  return { folder, path, sourceId, done: 0 }
}

function commandNumber(world: World, n: number): { command: string; args: unknown } {
  const { sourceId } = world
  if (n % 20 === 19) {
    const path = join(world.folder, `fil ${n}.txt`)
    writeFileSync(path, `Dette er fil nummer ${n}.\n`)
    return { command: 'sources.import', args: { paths: [path] } }
  }
  const start = 400 + ((n * 7) % 1500)
  switch (n % 5) {
    case 0:
      return { command: 'codes.create', args: { name: `kode ${n}` } }
    case 1:
    case 3:
      return {
        command: 'passages.code',
        args: { sourceId, start, end: start + 11, newCode: { name: `ny ${n}` } },
      }
    case 2:
      return { command: 'sources.editText', args: { sourceId, start: 0, end: 0, text: `[${n}]` } }
    default:
      return { command: 'memos.create', args: { title: `memo ${n}`, text: `tekst ${n}` } }
  }
}

async function killOnce(
  world: World,
  random: () => number,
): Promise<{ acknowledged: number; bySignal: boolean }> {
  const child = startCommandLine(['run', world.path, '-'])
  child.stdin.on('error', () => {
    // The reader was killed: that is what this is about.
  })
  const over = ended(child)
  const isEarly = random() < 0.1
  const first = new Promise<void>((resolve) => {
    child.stdout.once('data', () => resolve())
    child.once('close', () => resolve())
  })
  const lines = Array.from({ length: commandsInRun }, (_, index) =>
    JSON.stringify(commandNumber(world, world.done + index)),
  )
  child.stdin.end(`${lines.join('\n')}\n`)
  if (!isEarly) await first
  await after(random() * (isEarly ? 400 : 150))
  const bySignal = child.exitCode === null && child.kill('SIGKILL')
  const { out, err } = await over
  expect(err).toBe('')
  const answers = out.split('\n').slice(0, -1)
  for (const answer of answers) expect(JSON.parse(answer)).toMatchObject({ ok: true })
  return { acknowledged: answers.length, bySignal }
}

/** How many commands happened, after proving that they are the first ones and each of them whole. */
async function commandsFound(world: World, rebuild: boolean): Promise<number> {
  const engine = new TestEngine()
  await engine.do('project.open', { path: world.path })
  try {
    const check = await engine.get('project.check', { rebuild })
    expect(check.problems).toEqual([])
    const numbers = await numbersFound(engine, world.sourceId)
    expect([...numbers].sort((a, b) => a - b)).toEqual([...numbers.keys()])
    const { items } = await engine.get('activity.list', { limit: 10000 })
    // Making the project, the source and its text came first.
    expect(items).toHaveLength(numbers.length + 3)
    return numbers.length
  } finally {
    engine.close()
  }
}

async function numbersFound(engine: TestEngine, sourceId: string): Promise<number[]> {
  const numbers: number[] = []
  const { items: codings } = await engine.get('codings.list', {})
  const { items: passages } = await engine.get('passages.list', {})
  const passageIds = new Set(passages.map((passage) => passage.id))
  for (const code of (await engine.get('codes.list', {})).items) {
    const [word, number] = code.name.split(' ')
    const own = codings.filter((coding) => coding.codeId === code.id)
    expect(own).toHaveLength(word === 'ny' ? 1 : 0)
    for (const coding of own) expect(passageIds.has(coding.passageId)).toBe(true)
    numbers.push(Number(number))
  }
  const coded = new Set(codings.map((coding) => coding.passageId))
  for (const passage of passages) expect(coded.has(passage.id)).toBe(true)
  const { text } = await engine.get('sources.text', { sourceId })
  for (const [, number] of text.matchAll(/\[(\d+)\]/g)) numbers.push(Number(number))
  for (const memo of (await engine.get('memos.list', {})).items) {
    const number = Number(memo.title.split(' ')[1])
    expect(memo.text).toBe(`tekst ${number}`)
    numbers.push(number)
  }
  for (const source of (await engine.get('sources.list', {})).items) {
    if (source.id === sourceId) continue
    const number = Number(/\d+/.exec(source.fileName)?.[0])
    const whole = await engine.get('sources.text', { sourceId: source.id })
    expect(whole.text).toBe(`Dette er fil nummer ${number}.\n`)
    numbers.push(number)
  }
  return numbers
}
