import { sql, type RawBuilder } from 'kysely'

/**
 * `(person_id, status, job, evidence_on)`: what the register knows of some persons' work on a day, as a card status: from
 * the open job that began last, else from an approved exemption, else nothing. A job whose last day this is has ended: who came home
 * today is at home. `persons` is a relation with an `id`.
 */
export function knownOf(persons: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select p.id as person_id, j.id as job, v.evidence_on,
      case when j.id is not null then case j.area when '01' then '14' when '02' then '13' when '03' then '12' when '04' then '11' when '06' then '11' end
        when exists (select 1 from registry.pub_exemption x
          where x.person_id = p.id and x.approved_at is not null and ${day} between x.from_on and x.until_on) then '40' end as status
    from ${persons} p
    left join lateral (
      select e.id, e.area from registry.pub_episode e
      where e.person_id = p.id and not e.voided and e.start_on <= ${day} and (e.end_on is null or e.end_on > ${day})
      order by e.start_on desc, e.id limit 1) j on true
    left join lateral (
      select max(x.on_date) as evidence_on from registry.pub_evidence x where x.episode_id = j.id and x.on_date <= ${day}) v on true`
}
