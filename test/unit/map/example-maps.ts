import type { MapModel } from '../../../shared/analysis/map/map-model.ts'
import { edge, model, node } from './support.ts'

const text = { shape: 'text' } as const
const clause = { shape: 'clause' } as const

/** Four lanes, eight weeks, a branch, a loop, parallel steps, a frame with two texts. */
export function processMap(): MapModel {
  const directorate = { lane: 'directorate' }
  const leader = { lane: 'leader' }
  const specialist = { lane: 'specialist' }
  const employer = { lane: 'employer' }
  return model({
    title: 'Follow-up as told',
    description: 'How job specialists in two offices tell the course of follow-up, week by week.',
    axis: 'weeks',
    lanes: [
      { key: 'directorate', label: 'Directorate', group: '', isStandpoint: false },
      { key: 'leader', label: 'Team leader', group: 'Office', isStandpoint: false },
      { key: 'specialist', label: 'Job specialist', group: 'Office', isStandpoint: true },
      { key: 'employer', label: 'Employer', group: '', isStandpoint: false },
    ],
    nodes: [
      node('guide', { ...text, ...directorate, label: 'Kvalitetsveileder 2016', passages: 4 }),
      node('regulation', {
        ...text,
        ...directorate,
        label: 'Forskrift § 5',
        detail: '6 + 6 months',
        passages: 3,
      }),
      node('figures', {
        ...text,
        ...leader,
        label: 'Monthly figures',
        weekFrom: 8,
        passages: 2,
        isReplicable: true,
      }),
      node('board', {
        ...leader,
        label: 'Team board',
        detail: 'every Monday',
        shape: 'meeting',
        weekFrom: 8,
        passages: 5,
      }),
      node('talk', {
        ...specialist,
        label: 'Three-party meeting',
        shape: 'meeting',
        weekFrom: 1,
        passages: 9,
      }),
      node('sign', { ...specialist, label: 'Sign consent', weekFrom: 2, passages: 2 }),
      node('mapping', {
        ...specialist,
        label: 'Mapping',
        detail: 'often outside',
        weekFrom: 3,
        passages: 6,
      }),
      node('template', {
        ...text,
        ...specialist,
        label: 'Kartleggingsmal',
        weekFrom: 3,
        isReplicable: true,
        passages: 4,
      }),
      node('profile', {
        ...text,
        ...specialist,
        label: 'Job profile in Modia',
        outline: 'dashed',
        weekFrom: 4,
      }),
      node('plan', { ...specialist, label: 'Job search plan', weekFrom: 4, passages: 3 }),
      node('contact', { ...specialist, label: 'First employer contact', weekFrom: 5, passages: 5 }),
      node('warm', {
        ...specialist,
        label: 'Keep the relation warm',
        outline: 'dashed',
        weekFrom: 5,
        passages: 3,
      }),
      node('cups', {
        ...employer,
        label: 'Three cups of tea',
        shape: 'meeting',
        weekFrom: 6,
        passages: 7,
      }),
      node('match', { ...employer, label: 'Match', weekFrom: 6, isUnsupported: true }),
      node('support', {
        ...specialist,
        label: 'Support after start',
        weekFrom: 8,
        variants: ['UO', 'IPS'],
        passages: 4,
      }),
      node('discharge', { ...specialist, label: 'Discharge', weekFrom: 26, passages: 2 }),
      node('missing', {
        ...text,
        ...employer,
        label: 'Agreement with firm',
        outline: 'dotted',
        weekFrom: 8,
      }),
    ],
    edges: [
      edge('talk', 'sign'),
      edge('sign', 'mapping'),
      edge('mapping', 'plan'),
      edge('plan', 'contact'),
      edge('contact', 'cups', { label: 'if a firm says yes', passages: 3 }),
      edge('cups', 'match'),
      edge('match', 'support'),
      edge('support', 'discharge'),
      edge('contact', 'mapping', {
        isBackward: true,
        label: 'if nobody wants to meet',
        passages: 2,
      }),
      edge('plan', 'warm'),
      edge('warm', 'support'),
      edge('template', 'mapping', { style: 'text moves', passages: 6 }),
      edge('mapping', 'profile', { style: 'text moves', passages: 3 }),
      edge('profile', 'plan', { style: 'text moves', isDotted: true }),
      edge('guide', 'talk', {
        style: 'governs',
        label: 'requires',
        passages: 4,
        isContradicted: true,
      }),
      edge('regulation', 'discharge', { style: 'governs', label: 'limits', passages: 3 }),
      edge('guide', 'figures', {
        style: 'governs',
        label: 'measures',
        passages: 2,
        isOnCircuit: true,
      }),
      edge('support', 'board', { style: 'reports', passages: 4, isOnCircuit: true }),
      edge('board', 'figures', { style: 'reports', isOnCircuit: true }),
      edge('figures', 'guide', { style: 'reports', passages: 1, isOnCircuit: true }),
      edge('regulation', 'support', { style: 'conflict', passages: 2 }),
      edge('missing', 'match', { style: 'text moves', isDotted: true }),
    ],
    frames: [
      {
        key: 'frame:1',
        title: 'The course of follow-up',
        members: ['talk', 'sign', 'mapping', 'plan', 'contact', 'warm', 'support', 'discharge'],
        texts: ['guide', 'regulation'],
      },
    ],
  })
}

/** The hierarchy of texts of the job specialists' case. */
export function hierarchyMap(): MapModel {
  const names: [string, string, number, Partial<Parameters<typeof node>[1]>?][] = [
    ['E1', 'Arbeidslinja', 0],
    ['law', 'Folketrygdloven § 1-1', 0],
    ['navlaw', 'NAV-loven § 7', 0],
    ['ministry', 'Ministry and Directorate', 0, { shape: 'actor' }],
    ['se', 'Supported Employment (USA, Canada)', 0],
    ['ips', 'IPS (USA)', 0],
    ['reform', 'NAV reform 2006', 1],
    ['purpose', 'NAV’s purpose', 1],
    ['letter', 'Mål- og disponeringsbrev 2019', 1],
    ['rules', 'NAV tiltaksregelverk', 1],
    ['euse', 'EUSE toolkit', 1],
    ['principles', '8 principles', 1],
    ['regulation', 'Forskrift om oppfølgingstjenester § 5', 2],
    ['budget', 'State budget: posts per county', 2],
    ['course', 'Three-day SE course', 2],
    ['five', 'Five-step process', 2],
    ['fidelity', 'IPS fidelity scale', 2],
    ['guide', 'Kvalitetsveileder 2016', 3],
    ['tea', 'Three Cups of Tea', 3],
    ['template', 'Mapping template', 3, { isReplicable: true }],
    ['briefing', 'Briefing on confidentiality', 3, { outline: 'dashed' }],
    ['c65', 'At least 65 % time out of office', 4, clause],
    ['c40', 'At least 40 % time out of office', 4, clause],
    ['c6', 'At least 6 months’ follow-up', 4, clause],
    ['profile', 'Job profile', 4],
    ['contact', 'Employer contact', 4, { shape: 'work' }],
    ['plan', 'Job search plan', 5],
  ]
  const governs = (from: string, to: string, label: string, more = {}) =>
    edge(from, to, { style: 'governs', label, passages: 2, ...more })
  return model({
    title: 'From law to conversation',
    description: 'Texts that govern the work of job specialists, with what links them.',
    axis: 'rank',
    nodes: names.map(([key, label, rank, more]) => node(key, { ...text, label, rank, ...more })),
    edges: [
      governs('E1', 'reform', 'frames'),
      governs('law', 'purpose', 'authorises'),
      governs('navlaw', 'purpose', 'authorises'),
      governs('ministry', 'letter', 'issues'),
      governs('letter', 'course', 'mandates'),
      governs('ministry', 'budget', 'funds'),
      governs('rules', 'regulation', 'limits'),
      governs('regulation', 'guide', 'mandates'),
      governs('navlaw', 'briefing', 'mandates'),
      governs('se', 'euse', 'source of'),
      governs('euse', 'five', 'contains'),
      governs('ips', 'principles', 'contains'),
      governs('principles', 'fidelity', 'specifies'),
      governs('fidelity', 'guide', 'source of'),
      governs('euse', 'guide', 'source of'),
      governs('five', 'guide', 'source of'),
      governs('tea', 'contact', 'circulates', { isDotted: true, passages: 0 }),
      governs('fidelity', 'c65', 'contains'),
      governs('guide', 'c40', 'contains'),
      governs('guide', 'c6', 'contains'),
      governs('euse', 'template', 'structures'),
      governs('template', 'profile', 'structures'),
      governs('profile', 'plan', 'structures'),
      edge('regulation', 'fidelity', { style: 'conflict', label: 'conflicts with', passages: 4 }),
      edge('c65', 'c40', { style: 'conflict', passages: 1 }),
      edge('contact', 'guide', {
        style: 'reports',
        label: 'reports to',
        passages: 3,
        isBackward: true,
      }),
    ],
  })
}

/** Nodes and edges in a fixed pseudo-random order, for size. */
export function largeMap(nodeCount: number, edgeCount: number, isRanked: boolean): MapModel {
  let seed = 12_345
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const labels = ['Refer', 'Fill in the template', 'Kartlegging', 'Team board', 'Report figures']
  const styles = ['sequence', 'governs', 'text moves', 'reports', 'conflict'] as const
  const relations = ['', 'mandates', 'limits', '', 'specifies']
  const lanes = ['Directorate', 'County', 'Office', 'Job specialist', 'Employer']
  const nodes = Array.from({ length: nodeCount }, (_, index) =>
    node(`n${index}`, {
      label: `${labels[next(5)]} ${index}`,
      shape: index % 3 === 0 ? 'text' : 'work',
      lane: lanes[next(5)] ?? '',
      rank: Math.floor((index * 7) / nodeCount),
      passages: next(5),
    }),
  )
  const edges = Array.from({ length: edgeCount }, (_, index) => {
    const from = next(nodeCount)
    const to = Math.min(nodeCount - 1, from + 1 + next(Math.max(3, nodeCount / 8)))
    return edge(`n${from}`, `n${to}`, {
      key: `e${index}`,
      style: styles[next(5)] ?? 'governs',
      label: relations[next(5)] ?? '',
      passages: next(3),
    })
  }).filter((one) => one.from !== one.to)
  return model({
    title: `${nodeCount} nodes`,
    axis: isRanked ? 'rank' : 'none',
    lanes: isRanked
      ? []
      : lanes.map((label) => ({
          ...{ key: label, label, group: '', isStandpoint: label === 'Job specialist' },
        })),
    nodes,
    edges,
  })
}
