/**
 * Every address of the console. Pages never spell a path; `paths.test.ts` keeps a snapshot, because
 * officers bookmark and send these addresses.
 */

type Query = Readonly<Record<string, string | number | undefined>>

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

const segment = encodeURIComponent

export const paths = {
  /** Leads to the first page the person may open. */
  home: () => '/',
  /** `step: 'password'` asks for the change of the first password. */
  signIn: (query?: { returnTo?: string; step?: 'password' }) => withQuery('/sign-in', query),
  /** Wall chart of an area: a division code or a reporting unit; without one, the viewer's own scope. */
  overview: (area?: string, query?: Query) => withQuery(area ? `/overview/${segment(area)}` : '/overview', query),
  coverage: (area?: string, query?: Query) => withQuery(area ? `/coverage/${segment(area)}` : '/coverage', query),
  /** The households or persons behind one figure. */
  members: (counter: string, query?: Query) => withQuery('/members', { counter, ...query }),
  zeroHouseholds: (query?: Query) => withQuery('/zero-households', query),
  households: (query?: Query) => withQuery('/households', query),
  household: (householdId: string) => `/households/${segment(householdId)}`,
  /** Who looks after which household, and which have nobody. */
  contacts: (query?: Query) => withQuery('/contacts', query),
  /** Service cards on paper: villages, and one of them. */
  paperCards: (query?: Query) => withQuery('/cards/paper', query),
  paperCardsOf: (village: string, query?: Query) => withQuery(`/cards/paper/${segment(village)}`, query),
  persons: (query?: Query) => withQuery('/persons', query),
  person: (personId: string) => `/persons/${segment(personId)}`,
  /** Lists that left the register, and those that wait for approval. */
  exports: (query?: Query) => withQuery('/exports', query),
  /** Who is exempt from work for a time. */
  exemptions: (query?: Query) => withQuery('/exemptions', query),
  /** How far the month of the service cards is; without a place, the viewer's own scope. */
  cardProgress: (place?: string, query?: Query) => withQuery(place ? `/cards/progress/${segment(place)}` : '/cards/progress', query),
  /** Lines of a month by filter, where they are reviewed. */
  cardLines: (query?: Query) => withQuery('/cards/lines', query),
  /** Samples of checks that are called again, and one of them. */
  cardSamples: (query?: Query) => withQuery('/cards/samples', query),
  cardSample: (sampleId: string) => `/cards/samples/${segment(sampleId)}`,
  /** What a village has to do today; with a day, its record. */
  tasks: (query?: Query) => withQuery('/tasks', query),
  /** What people asked for, due first. */
  needs: (query?: Query) => withQuery('/needs', query),
  /** Work of phones that came too late for its author. */
  lateWork: (query?: Query) => withQuery('/cards/late-work', query),
  /** Keying of cards that were filled on paper. */
  keyedCards: (query?: Query) => withQuery('/keyed-cards', query),
  imports: (query?: Query) => withQuery('/imports', query),
  importNew: () => '/imports/new',
  import: (importId: string) => `/imports/${segment(importId)}`,
  reports: (query?: Query) => withQuery('/reports', query),
  report: (reportId: string) => `/reports/${segment(reportId)}`,
  users: (query?: Query) => withQuery('/users', query),
  user: (userName: string) => `/users/${segment(userName)}`,
  /** Which role may do what. */
  roles: () => '/roles',
  audit: (query?: Query) => withQuery('/audit', query),
  /** Who answers for a place: a division code or a reporting unit; without one, the viewer's own scope. */
  organization: (place?: string, query?: Query) => withQuery(place ? `/organization/${segment(place)}` : '/organization', query),
  /** Required posts without a holder. */
  gaps: (query?: Query) => withQuery('/organization/gaps', query),
  /** Village groups weak in employment; of one group, its Party groups and cadres. */
  weakGroups: (query?: Query) => withQuery('/weak-groups', query),
  weakGroup: (weakGroupId: string) => `/weak-groups/${segment(weakGroupId)}`,
  /** Days whose books are closed; of one day, the books themselves. */
  days: () => '/days',
  day: (day: string, query?: Query) => withQuery(`/days/${segment(day)}`, query),
  settings: () => '/settings',
  account: (section: 'sessions' | 'password' | 'totp' | 'roles' | 'grids') => `/account/${section}`,
} as const
