import type { BODY_KINDS, PostKind } from '@anye/contract/organization/posts/body'
import type { DivisionKind } from '@anye/codes/data/divisions'

export type BodyKind = (typeof BODY_KINDS)[number]

/** A place that gets a body: `unit` is set for the nine reporting units only; `division` is a code prefix. */
export type BodyPlace = {
  level: 2 | 3 | 4 | 5
  division: string
  unit: string | null
  name: string
  kind: DivisionKind | null
}

export type StandardPost = { kind: PostKind; title: string; rank: number; required: boolean }
export type StandardBody = {
  kind: BodyKind
  name: string
  division: string
  unit: string | null
  /** Key of the body it answers to; null for the prefecture's command. */
  under: string | null
  posts: StandardPost[]
}

/** Code prefix of the prefecture's own bodies: it covers every county, as a grant over the prefecture does. */
export const PREFECTURE_AREA = '5223'

const CAMPAIGN = '就业全覆盖攻坚行动指挥部'

/** One body of a kind stands at a place; the key finds it again. */
export function bodyKey(body: { kind: string; division: string; unit: string | null }): string {
  return `${body.kind}:${body.unit ?? body.division}`
}

/**
 * The bodies the four-level system needs at a place (S6–S9). Ranks are orders of precedence; the two chiefs of a
 * county share rank 1, because either signs and neither stands before the other (S7).
 */
export function standardBodies(place: BodyPlace, unitOf: (township: string) => string | null): StandardBody[] {
  const { division, unit, name, level } = place
  const at = { division, unit }
  const prefecture = { kind: 'command' as const, division: PREFECTURE_AREA, unit: null }
  if (level <= 3) {
    const command: StandardBody = {
      ...at, kind: 'command', name: name + CAMPAIGN, under: level === 2 ? null : bodyKey(prefecture),
      posts: level === 2 ? PREFECTURE_COMMAND : doubleChiefs(name),
    }
    const office: StandardBody = {
      ...at, kind: 'office', name: `${name}${CAMPAIGN}办公室`, under: bodyKey(command),
      posts: [post('office_director', '办公室主任', 1)],
    }
    return [command, office]
  }
  const unitKey = bodyKey({ kind: 'command', division: division.slice(0, 6), unit: unitOf(division.slice(0, 9)) })
  if (level === 4) return [{ ...at, kind: 'township', name, under: unitKey, posts: townshipLeads(place.kind) }]
  const township = bodyKey({ kind: 'township', division: division.slice(0, 9), unit: null })
  const posts = villageRoles(place.kind === 'community')
  return [{ ...at, kind: 'village_post', name: `${name}前沿指挥所`, under: township, posts }]
}

const PREFECTURE_COMMAND = [
  post('chief', '指挥长（州委组织部部长）', 1),
  post('executive_deputy', '常务副指挥长', 2),
  post('first_deputy', '第一副指挥长（常务副州长）', 3),
  post('deputy', '副指挥长', 4),
]

function doubleChiefs(name: string): StandardPost[] {
  const [party, government] = name.endsWith('新区')
    ? ['党工委书记', '管委会主任']
    : name.endsWith('市') ? ['市委书记', '市长'] : ['县委书记', '县长']
  return [
    post('party_chief', `指挥长（${party}）`, 1),
    post('government_chief', `指挥长（${government}）`, 1),
    { ...post('deputy', '副指挥长', 2), required: false },
  ]
}

function townshipLeads(kind: DivisionKind | null): StandardPost[] {
  if (kind === 'street') return [post('township_secretary', '党工委书记', 1), post('township_head', '办事处主任', 2)]
  return [post('township_secretary', '党委书记', 1), post('township_head', kind === 'town' ? '镇长' : '乡长', 2)]
}

// 两委一队三个人 (S9). First secretaries and work teams were sent to villages; a community has them only sometimes.
function villageRoles(isCommunity: boolean): StandardPost[] {
  return [
    post('village_secretary', isCommunity ? '社区党组织书记' : '村党组织书记', 1),
    post('village_director', isCommunity ? '居委会主任' : '村委会主任', 2),
    { ...post('first_secretary', '驻村第一书记', 3), required: !isCommunity },
    { ...post('team_member', '驻村工作队员', 4), required: !isCommunity },
  ]
}

function post(kind: PostKind, title: string, rank: number): StandardPost {
  return { kind, title, rank, required: true }
}
