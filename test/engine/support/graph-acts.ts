import fc from 'fast-check'
import type { TestEngine } from './project.ts'

/** An act on texts, links, work and maps; places are picked from what is there when it is done. */
export type GraphAct =
  | { type: 'text'; title: string }
  | { type: 'link'; from: number; to: number; relation: string; basis: number; place: number }
  | { type: 'claim'; link: number; basis: number; place: number; contradicts: boolean }
  | { type: 'step'; action: string; text: number }
  | { type: 'flow'; from: number; to: number; kind: number }
  | { type: 'place'; node: number; x: number }
  | { type: 'remove'; node: number }
  | { type: 'alias'; text: number; alias: string }
  | { type: 'source'; text: number; on: boolean }
  | { type: 'activate'; text: number; place: number }
  | { type: 'delete'; what: number; which: number }
  | { type: 'merge'; which: number; into: number }
  | { type: 'undo' }
  | { type: 'redo' }

const pick = fc.nat(50)
const words = fc.constantFrom('lov', 'veileder', 'skjema', 'brev', 'møte', 'plan')

export const graphAct: fc.Arbitrary<GraphAct> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('text' as const), title: words }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('link' as const),
      from: pick,
      to: pick,
      relation: fc.constantFrom('mandates', 'supersedes', 'derives from', 'conflicts with'),
      basis: fc.nat(4),
      place: pick,
    }),
  },
  fc.record({
    type: fc.constant('claim' as const),
    link: pick,
    basis: fc.nat(4),
    place: pick,
    contradicts: fc.boolean(),
  }),
  fc.record({ type: fc.constant('step' as const), action: words, text: pick }),
  fc.record({ type: fc.constant('flow' as const), from: pick, to: pick, kind: fc.nat(6) }),
  fc.record({ type: fc.constant('place' as const), node: pick, x: fc.nat(500) }),
  fc.record({ type: fc.constant('remove' as const), node: pick }),
  fc.record({ type: fc.constant('alias' as const), text: pick, alias: words }),
  fc.record({ type: fc.constant('source' as const), text: pick, on: fc.boolean() }),
  fc.record({ type: fc.constant('activate' as const), text: pick, place: pick }),
  fc.record({ type: fc.constant('delete' as const), what: fc.nat(3), which: pick }),
  fc.record({ type: fc.constant('merge' as const), which: pick, into: pick }),
  fc.record({ type: fc.constant('undo' as const) }),
  fc.record({ type: fc.constant('redo' as const) }),
)

const bases = ['the text says', 'an informant says', 'observed', 'literature', 'we infer'] as const
const flowKinds = ['then', 'branch', 'parallel', 'loop', 'handover', 'merge', 'builds on'] as const

/** Sources, a process and a map, so that acts have something to speak of. */
export async function newGraph(engine: TestEngine): Promise<void> {
  await engine.do('sources.importText', {
    title: 'Loven',
    text: 'Paragraf 5\nOppfølgingen kan vare i seks måneder.\nDen kan forlenges.\n',
  })
  await engine.do('sources.importText', {
    title: 'Samtale',
    text: 'I: Hva gjør dere?\nKari: Vi følger veilederen.\nI: Alltid?\nKari: Nei, vi hopper over skjemaet.\n',
  })
  const process = await engine.do('processes.create', { name: 'Oppfølging' })
  await engine.do('maps.create', { name: 'Kart', processIds: [process.id] })
}

/** Does an act; one that is refused changes nothing and is passed over. */
export async function doGraphAct(engine: TestEngine, act: GraphAct): Promise<void> {
  const { items: texts } = await engine.get('texts.list', {})
  const { items: links } = await engine.get('links.list', {})
  const { items: steps } = await engine.get('steps.list', {})
  const { items: flows } = await engine.get('flows.list', {})
  const { items: sources } = await engine.get('sources.list', {})
  const { items: maps } = await engine.get('maps.list', {})
  const one = <T>(items: readonly T[], at: number): T | undefined => items[at % items.length]
  const textId = (at: number) => one(texts, at)?.id ?? 'none'
  const map = maps[0]
  const place = (at: number) => ({
    sourceId: one(sources, at)?.id ?? 'none',
    start: (at * 3) % 30,
    end: ((at * 3) % 30) + 5,
  })
  const evidence = (basis: number, at: number) => ({
    basis: bases[basis] ?? 'observed',
    passages: [place(at)],
  })
  switch (act.type) {
    case 'text':
      await engine.run('texts.create', { title: act.title })
      return
    case 'link':
      await engine.run('links.create', {
        from: { type: 'text', id: textId(act.from) },
        to: { type: 'text', id: textId(act.to) },
        relation: act.relation,
        evidence: act.basis % 2 === 0 ? [] : [evidence(act.basis, act.place)],
      })
      return
    case 'claim':
      await engine.run('claims.create', {
        about: { type: 'link', id: one(links, act.link)?.id ?? 'none' },
        stance: act.contradicts ? 'contradicts' : 'supports',
        ...evidence(act.basis, act.place),
      })
      return
    case 'step': {
      const { items } = await engine.get('processes.list', {})
      await engine.run('steps.create', {
        processId: items[0]?.id ?? 'none',
        action: act.action,
        textInIds: texts.length > 0 ? [textId(act.text)] : [],
      })
      return
    }
    case 'flow':
      await engine.run('flows.create', {
        fromId: one(steps, act.from)?.id ?? 'none',
        toId: one(steps, act.to)?.id ?? 'none',
        kind: flowKinds[act.kind] ?? 'then',
      })
      return
    case 'place':
      await engine.run('maps.place', {
        mapId: map?.id ?? 'none',
        nodes: [{ ref: { type: 'step', id: one(steps, act.node)?.id ?? 'none' }, x: act.x, y: 0 }],
      })
      return
    case 'remove':
      await engine.run('maps.remove', {
        mapId: map?.id ?? 'none',
        refs: [one(map?.nodes ?? [], act.node)?.ref ?? { type: 'step', id: 'none' }],
      })
      return
    case 'alias': {
      const text = one(texts, act.text)
      await engine.run('texts.update', {
        textIds: [text?.id ?? 'none'],
        aliases: [...(text?.aliases ?? []), act.alias],
      })
      return
    }
    case 'source': {
      const [law] = sources
      await engine.run('texts.update', {
        textIds: [textId(act.text)],
        sourceIds: act.on && law ? [law.id] : [],
      })
      return
    }
    case 'activate':
      await engine.run('activations.create', {
        at: place(act.place),
        textId: textId(act.text),
        mode: 'reads',
      })
      return
    case 'delete': {
      const which = act.which
      if (act.what === 0) await engine.run('texts.delete', { textIds: [textId(which)] })
      if (act.what === 1)
        await engine.run('links.delete', { linkIds: [one(links, which)?.id ?? 'none'] })
      if (act.what === 2)
        await engine.run('steps.delete', { stepIds: [one(steps, which)?.id ?? 'none'] })
      if (act.what === 3)
        await engine.run('flows.delete', { flowIds: [one(flows, which)?.id ?? 'none'] })
      return
    }
    case 'merge':
      await engine.run('steps.merge', {
        stepIds: [one(steps, act.which)?.id ?? 'none'],
        intoId: one(steps, act.into)?.id ?? 'none',
      })
      return
    case 'undo': {
      // Not what the acts began with.
      const { undo } = await engine.get('history.state', {})
      if (undo?.command !== 'maps.create') await engine.run('history.undo', {})
      return
    }
    case 'redo':
      await engine.run('history.redo', {})
      return
  }
}
