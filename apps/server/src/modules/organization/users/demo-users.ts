import type { Role } from '@anye/contract/access'
import { ROLES } from '@anye/contract/access'
import { must } from '@anye/kernel/assert'
import type { CalendarDate } from '@anye/kernel/calendar-date'
import { hashPassword } from '../../../platform/auth/password-hash.ts'
import type { Tx } from '../../../platform/db.ts'
import { listVillagesUnder } from '../divisions/village.query.ts'
import { listUnits } from '../units/unit.query.ts'
import { grantOver } from './grant-role.ts'
import { openAccount } from './open-account.ts'
import { insertGrant } from './role-grant.store.ts'

/** One log-in of the demo, as printed by `npm start`. */
export type DemoLogin = { role: string; unit: string; username: string; password: string }

type DemoUser = { userName: string; role: Role; place: string | null; placeName: string; duty: string }

export type DemoOptions = { password: string; now: number; today: CalendarDate; newId: () => string }

/**
 * Opens one account per role, and for every reporting unit its two chiefs, its office, a data officer and one
 * township and village team. Accounts that are there already are left as they are. They may keep their
 * password, which is printed anyway; a real account must change it.
 */
export async function createDemoUsers(tx: Tx, options: DemoOptions): Promise<DemoLogin[]> {
  const { password, now, today, newId } = options
  const hash = await hashPassword(password)
  const users = await demoUsers(tx, today)
  for (const { userName, role, place, placeName, duty } of users) {
    const name = `${placeName}${duty}（演示）`
    const account = {
      userName,
      name,
      duty,
      password: { hash },
      mustChange: false,
      demo: true,
      createdBy: null,
    }
    const userId = await openAccount(tx, account, { newId, now })
    if (userId === undefined) continue
    const grant = await grantOver(tx, { id: newId(), userId, role, place, validTo: null, today })
    await insertGrant(tx, { ...grant, grantedBy: null, at: new Date(now) })
  }
  return users.map(({ userName, role, placeName }) => ({
    role: ROLES[role].zh,
    unit: placeName,
    username: userName,
    password,
  }))
}

async function demoUsers(tx: Tx, today: CalendarDate): Promise<DemoUser[]> {
  const units = await listUnits(tx, today)
  const teams = await Promise.all(
    units.map(async (unit) => {
      const [village] = await listVillagesUnder(tx, unit.scope)
      return { unit, village: must(village, `Reporting unit ${unit.code} has no village`) }
    }),
  )
  return [
    ...prefectureUsers(must(units[0], 'the prefecture has reporting units')),
    ...teams.flatMap(({ unit, village }) => [...unitUsers(unit), ...townshipUsers(village)]),
    ...administrators(),
  ]
}

type Place = { code: string; name: string }

function prefectureUsers(firstUnit: Place): DemoUser[] {
  const prefecture = { place: '5223', placeName: '黔西南州' }
  return [
    { userName: 'prefecture-chief', role: 'prefecture_chief', ...prefecture, duty: '指挥长' },
    { userName: 'prefecture-office', role: 'prefecture_office', ...prefecture, duty: '指挥部办公室' },
    {
      userName: 'inspector',
      role: 'inspector',
      place: firstUnit.code,
      placeName: firstUnit.name,
      duty: '督战队员',
    },
  ]
}

function unitUsers({ code, name }: Place): DemoUser[] {
  const suffix = code.toLowerCase()
  const unit = { place: code, placeName: name }
  return [
    { userName: `chief1-${suffix}`, role: 'county_chief', ...unit, duty: '指挥长（党委）' },
    { userName: `chief2-${suffix}`, role: 'county_chief', ...unit, duty: '指挥长（政府）' },
    { userName: `office-${suffix}`, role: 'county_office', ...unit, duty: '指挥部办公室' },
    { userName: `officer-${suffix}`, role: 'department_officer', ...unit, duty: '人社数据员' },
  ]
}

function townshipUsers(village: {
  code: string
  name: string
  townshipCode: string
  townshipName: string
}): DemoUser[] {
  const township = { place: village.townshipCode, placeName: village.townshipName }
  const home = { place: village.code, placeName: village.name }
  return [
    { userName: `lead-${village.townshipCode}`, role: 'township_lead', ...township, duty: '党政负责同志' },
    { userName: `clerk-${village.townshipCode}`, role: 'township_clerk', ...township, duty: '劳务专干' },
    { userName: `village-${village.code}`, role: 'village_post', ...home, duty: '前沿指挥所' },
    { userName: `cadre-${village.code}`, role: 'contact_cadre', ...home, duty: '包保联系干部' },
    { userName: `grid-${village.code}`, role: 'grid_member', ...home, duty: '网格员' },
    { userName: `guide-${village.code}`, role: 'employment_guide', ...home, duty: '就业指导员' },
  ]
}

function administrators(): DemoUser[] {
  return [
    { userName: 'system-admin', role: 'system_admin', place: null, placeName: '', duty: '系统管理员' },
    { userName: 'security-admin', role: 'security_admin', place: null, placeName: '', duty: '安全管理员' },
    { userName: 'audit-admin', role: 'audit_admin', place: null, placeName: '', duty: '审计管理员' },
  ]
}
