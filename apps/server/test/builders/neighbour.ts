import { sql } from 'kysely'
import { cardNumberOf } from '@anye/codes/card-number'
import { firstRow, type Tx } from '../../src/platform/db.ts'
import type { AppUnderTest } from '../app-under-test.ts'
import { aHousehold, anEpisode, aPerson } from './registry.ts'

/** A village of 普安县 that every edition of the division list has. */
export const NEIGHBOUR_VILLAGE = '522323001001'
export const NEIGHBOUR_COUNTY = '522323'

/** What only people of the neighbouring county may read: it stands in every record of `aNeighbour` that holds text. */
export const SECRET = '邻县机密'

/** One record of every kind in the neighbouring county, written as the system. */
export async function aNeighbour(app: AppUnderTest) {
  return app.asSystem(async (tx) => {
    const division = NEIGHBOUR_VILLAGE
    const household = await aHousehold(tx, { division })
    const otherHousehold = await aHousehold(tx, { division })
    const person = await aPerson(tx, household, { division })
    const episode = await anEpisode(tx, household, person, { division, start: '2026-10-01', evidence: [['village', '2026-11-01']] })
    await sql`update registry.household set head_name = ${SECRET}, contact_name = ${SECRET}, head_id = ${person} where division = ${division}`.execute(tx)
    await sql`update registry.person set name = ${SECRET} where id = ${person}`.execute(tx)
    await sql`update registry.episode set employer_raw = ${SECRET} where id = ${episode}`.execute(tx)
    const contact = await aContact(app, tx, household)
    const work = { need: await aNeed(app, tx, household, person), case: await aCase(app, tx, household) }
    const places = { contact, ...(await aWeakGroup(app, tx)), household, otherHousehold, person, episode, exemption: await anExemption(app, tx, person) }
    return {
      ...places, ...work, ...(await anImport(app, tx)), ...(await aReport(app, tx)), ...(await aPost(app, tx)), lateWork: await lateWork(app, tx, household),
      export: await anExport(app, tx), card: await aCard(app, tx, household), ...(await aCardMonth(app, tx, places)),
    }
  })
}
export type Neighbour = Awaited<ReturnType<typeof aNeighbour>>

async function aWeakGroup(app: AppUnderTest, tx: Tx): Promise<{ weakGroup: string; partyGroup: string; cadre: string }> {
  const [weakGroup, partyGroup, cadre] = [app.id(), app.id(), app.id()]
  await sql`insert into organization.weak_group (id, division, group_name, criteria, note, listed_on, base_labourers, base_unemployed)
    values (${weakGroup}, ${NEIGHBOUR_VILLAGE}, '1组', '{remote}', ${SECRET}, '2026-01-01', 9, 3)`.execute(tx)
  await sql`insert into organization.party_group (id, weak_group_id, division, name, from_on)
    values (${partyGroup}, ${weakGroup}, ${NEIGHBOUR_VILLAGE}, ${SECRET}, '2026-01-01')`.execute(tx)
  await sql`insert into organization.weak_group_cadre (id, weak_group_id, division, name, term_from, term_to)
    values (${cadre}, ${weakGroup}, ${NEIGHBOUR_VILLAGE}, ${SECRET}, '2026-01-01', '2026-12-31')`.execute(tx)
  return { weakGroup, partyGroup, cadre }
}

async function aContact(app: AppUnderTest, tx: Tx, household: string): Promise<string> {
  const id = app.id()
  await sql`insert into registry.contact (id, household_id, division, name, from_on, source)
    values (${id}, ${household}, ${NEIGHBOUR_VILLAGE}, ${SECRET}, '2026-01-01', 'form')`.execute(tx)
  return id
}

async function anExemption(app: AppUnderTest, tx: Tx, person: string): Promise<string> {
  const id = app.id()
  await sql`insert into registry.exemption (id, person_id, division, reason, from_on, until_on, asked_by)
    values (${id}, ${person}, ${NEIGHBOUR_VILLAGE}, 'illness', '2026-11-01', '2026-12-01', ${app.userIdOf('neighbour')})`.execute(tx)
  return id
}

async function aNeed(app: AppUnderTest, tx: Tx, household: string, person: string): Promise<string> {
  const [id, owner] = [app.id(), app.userIdOf('neighbour')]
  await sql`insert into cards.need (id, person_id, household_id, division, kind, note, raised_on, raised_by, owner_id, owner_name, due_on)
    values (${id}, ${person}, ${household}, ${NEIGHBOUR_VILLAGE}, 'away', ${SECRET}, '2026-11-01', ${owner}, ${owner}, ${SECRET}, '2026-11-11')`.execute(tx)
  return id
}

async function aCase(app: AppUnderTest, tx: Tx, household: string): Promise<string> {
  const id = app.id()
  await sql`insert into command.zero_case (id, household_id, division, state, zero_since, opened_on, owner_name, note)
    values (${id}, ${household}, ${NEIGHBOUR_VILLAGE}, 'open', '2026-11-01', '2026-11-01', ${SECRET}, ${SECRET})`.execute(tx)
  return id
}

async function lateWork(app: AppUnderTest, tx: Tx, household: string): Promise<string> {
  const id = app.id()
  const payload = app.services.cipher.seal('cards.parked.payload', JSON.stringify({ note: SECRET }))
  await sql`insert into cards.parked (id, command_id, endpoint, contract_version, payload_sealed, author_id, author_name, reason, division, household_id, device_id,
      device_at, skew_seconds, received_at)
    values (${id}, ${app.id()}, 'cards.check.record', 1, ${payload}, ${app.userIdOf('neighbour')}, ${SECRET}, 'forbidden', ${NEIGHBOUR_VILLAGE}, ${household}, ${app.id()},
      now(), 0, now())`.execute(tx)
  return id
}

async function anImport(app: AppUnderTest, tx: Tx): Promise<{ import: string; file: string }> {
  const [id, file, owner] = [app.id(), app.id(), app.userIdOf('neighbour')]
  await sql`insert into platform.file (id, name, media_type, bytes, sha256, purpose, owner_id, created_at)
    values (${file}, ${`${SECRET}.xlsx`}, 'application/octet-stream', 1, '\\x00', 'upload', ${owner}, now())`.execute(tx)
  await sql`insert into registry.import (id, file_id, file_name, sha256, state, on_date, prefixes, probe, created_at, created_by, created_by_name)
    values (${id}, ${file}, ${`${SECRET}.xlsx`}, '\\x00', 'checked', '2026-11-24', ${[NEIGHBOUR_COUNTY]}, ${NEIGHBOUR_COUNTY}, now(), ${owner}, ${SECRET})`.execute(tx)
  await sql`insert into registry.import_issue (import_id, n, rule, level, code, "values", message)
    values (${id}, 1, 'V01', 'rejected', 'id_missing', '{}', ${SECRET})`.execute(tx)
  return { import: id, file }
}

async function aReport(app: AppUnderTest, tx: Tx): Promise<{ report: string; signedReport: string }> {
  const [report, signedReport] = [app.id(), app.id()]
  await sql`insert into reporting.report (id, unit_code, day, number, state, content, compiled_at)
    values (${report}, ${NEIGHBOUR_COUNTY}, '2026-11-23', 2, 'draft', ${JSON.stringify({ title: SECRET })}, now())`.execute(tx)
  await sql`insert into reporting.report (id, unit_code, day, number, state, content, compiled_at, signed_at, signer_name)
    values (${signedReport}, ${NEIGHBOUR_COUNTY}, '2026-11-22', 1, 'signed', ${JSON.stringify({ title: SECRET })}, now(), now(), ${SECRET})`.execute(tx)
  return { report, signedReport }
}

async function aPost(app: AppUnderTest, tx: Tx): Promise<{ post: string; vacantPost: string; holder: string; grid: string; handover: string }> {
  const [post, vacantPost, holder, grid, handover] = [await postOf(tx, 'party_chief'), await postOf(tx, 'government_chief'), app.id(), app.id(), app.id()]
  await sql`insert into organization.holder (id, post_id, name, term_from) values (${holder}, ${post}, ${SECRET}, '2026-01-01')`.execute(tx)
  await sql`insert into organization.grid (id, division, name, groups, post_id) values (${grid}, ${NEIGHBOUR_VILLAGE}, ${SECRET}, '{1组}', ${post})`.execute(tx)
  const user = app.userIdOf('neighbour')
  await sql`insert into organization.handover (id, grid_id, division, from_holder_id, to_user_id, from_on, note, state, on_behalf, offered_by, offered_at, expires_at)
    values (${handover}, ${grid}, ${NEIGHBOUR_VILLAGE}, ${holder}, ${user}, '2026-12-01', ${SECRET}, 'offered', true, ${user}, '2026-11-24', '2026-12-01')`.execute(tx)
  return { post, vacantPost, holder, grid, handover }
}

async function postOf(tx: Tx, kind: string): Promise<string> {
  const post = await firstRow(tx, sql<{ id: string }>`
    select id from organization.post where kind = ${kind} and division = ${NEIGHBOUR_COUNTY} order by rank limit 1`)
  if (post === undefined) throw new Error(`No post ${kind} in ${NEIGHBOUR_COUNTY}`)
  return post.id
}

async function anExport(app: AppUnderTest, tx: Tx): Promise<string> {
  const id = app.id()
  await sql`insert into reporting.export_request (id, what, filter, rows, reason, state, scope, field_level, asked_by, asked_at, probe)
    values (${id}, 'persons', '{}', 300, ${SECRET}, 'waiting', ${[NEIGHBOUR_COUNTY]}, 'F3', ${app.userIdOf('neighbour')}, now(), ${NEIGHBOUR_COUNTY})`.execute(tx)
  return id
}

/** A month of service cards with a checked line, a bulk review that runs and a sample of the line. */
async function aCardMonth(
  app: AppUnderTest, tx: Tx, { household, person }: { household: string; person: string },
): Promise<{ cardCheck: string; cardReview: string; cardSample: string }> {
  const [cardCheck, cardReview, cardSample, by] = [app.id(), app.id(), app.id(), app.userIdOf('neighbour')]
  await sql`insert into cards.village_month (month, division, as_of, due_on, lines, opened_at, completed_on)
    values ('2026-11', ${NEIGHBOUR_VILLAGE}, '2026-11-30', '2026-12-05', 1, now(), '2026-11-24')`.execute(tx)
  await sql`insert into cards.check (id, month, person_id, household_id, division, observed_at, device_at, received_at, late, method, status, no_change, job, applied,
      note, checked_by)
    values (${cardCheck}, '2026-11', ${person}, ${household}, ${NEIGHBOUR_VILLAGE}, now(), now(), now(), false, 'phone', '11', true, '{"act":"none"}', true, ${SECRET},
      ${app.id()})`.execute(tx)
  await sql`insert into cards.line (month, person_id, household_id, division, state, check_id, status, method, no_change, review_note)
    values ('2026-11', ${person}, ${household}, ${NEIGHBOUR_VILLAGE}, 'checked', ${cardCheck}, '11', 'phone', true, ${SECRET})`.execute(tx)
  await sql`insert into cards.review (id, month, filter, prefixes, probe, total, started_by, started_at)
    values (${cardReview}, '2026-11', ${JSON.stringify({ groupName: SECRET })}, ${[NEIGHBOUR_COUNTY]}, ${NEIGHBOUR_COUNTY}, 1, ${by}, now())`.execute(tx)
  await sql`insert into cards.sample (id, month, place, probe, of, seed, wanted, population, digest, drawn_by, drawn_at)
    values (${cardSample}, '2026-11', ${NEIGHBOUR_VILLAGE}, ${NEIGHBOUR_VILLAGE}, 'all', ${SECRET}, 1, 1, '0', ${by}, now())`.execute(tx)
  await sql`insert into cards.sample_member (sample_id, n, person_id, household_id, division, check_id, status, checked_by)
    values (${cardSample}, 1, ${person}, ${household}, ${NEIGHBOUR_VILLAGE}, ${cardCheck}, '11', ${by})`.execute(tx)
  return { cardCheck, cardReview, cardSample }
}

/** The token of the card's code: what somebody reads off a paper that is not theirs. */
export const NEIGHBOUR_TOKEN = 'n'.repeat(16)

async function aCard(app: AppUnderTest, tx: Tx, household: string): Promise<string> {
  const [id, print] = [app.id(), app.id()]
  await sql`insert into cards.card (id, token, card_no, household_id, division, bag_no, state, issued_on)
    values (${id}, ${NEIGHBOUR_TOKEN}, ${cardNumberOf(NEIGHBOUR_VILLAGE, 1)}, ${household}, ${NEIGHBOUR_VILLAGE}, 1, 'issued', '2026-11-01')`.execute(tx)
  await sql`insert into cards.print (id, division, paper, year, households, state, field_level, link_base, asked_by, asked_at)
    values (${print}, ${NEIGHBOUR_VILLAGE}, 'cards', 2026, 1, 'ready', 'F3', '', ${app.userIdOf('neighbour')}, now())`.execute(tx)
  return id
}
