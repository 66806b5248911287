import { describe, expect, it } from 'vitest'
import { paths } from './paths.ts'

describe('paths', () => {
  it('stay what officers have bookmarked', () => {
    expect({
      signIn: paths.signIn({ returnTo: '/households?area=522301', step: 'password' }),
      overview: paths.overview(),
      overviewOfUnit: paths.overview('5223-YL'),
      coverage: paths.coverage(),
      coverageOfArea: paths.coverage('522301011', { indicator: 'A', sort: '' }),
      home: paths.home(),
      members: paths.members('hh.zero', { place: '522326', day: '2026-11-23' }),
      zeroHouseholds: paths.zeroHouseholds({ place: '5223-YL' }),
      households: paths.households({ area: '522326', state: 'zero' }),
      household: paths.household('h/1'),
      persons: paths.persons({ area: undefined }),
      person: paths.person('p1'),
      imports: paths.imports(),
      importNew: paths.importNew(),
      import: paths.import('i1'),
      reports: paths.reports(),
      report: paths.report('r1'),
      users: paths.users(),
      user: paths.user('u1'),
      audit: paths.audit(),
      settings: paths.settings(),
      account: paths.account('totp'),
    }).toMatchInlineSnapshot(`
      {
        "account": "/account/totp",
        "audit": "/audit",
        "coverage": "/coverage",
        "coverageOfArea": "/coverage/522301011?indicator=A",
        "home": "/",
        "household": "/households/h%2F1",
        "households": "/households?area=522326&state=zero",
        "import": "/imports/i1",
        "importNew": "/imports/new",
        "imports": "/imports",
        "members": "/members?counter=hh.zero&place=522326&day=2026-11-23",
        "overview": "/overview",
        "overviewOfUnit": "/overview/5223-YL",
        "person": "/persons/p1",
        "persons": "/persons",
        "report": "/reports/r1",
        "reports": "/reports",
        "settings": "/settings",
        "signIn": "/sign-in?returnTo=%2Fhouseholds%3Farea%3D522301&step=password",
        "user": "/users/u1",
        "users": "/users",
        "zeroHouseholds": "/zero-households?place=5223-YL",
      }
    `)
  })
})
