import { EDUCATION } from '@anye/codes/education'
import { ETHNIC } from '@anye/codes/ethnic'
import { IN_SCHOOL } from '@anye/codes/in-school'
import { INTENT } from '@anye/codes/intent'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { MARITAL } from '@anye/codes/marital'
import { POLITICAL } from '@anye/codes/political'
import { POPULATION_CLASS } from '@anye/codes/population-class'
import { RELATION } from '@anye/codes/relation'
import { Button } from 'antd'
import { useState } from 'react'
import { useT } from '../../../app/i18n/locale.tsx'
import type { MessageKey } from '../../../app/i18n/zh-CN.ts'
import { paths } from '../../../app/paths.ts'
import { useMay } from '../../../app/session.tsx'
import { NO_VALUE } from '../../../ui/format.ts'
import { UiLink } from '../../../ui/link.tsx'
import { Panel } from '../../../ui/view/PageHead.tsx'
import { useCodeNames } from '../code-names.ts'
import { FactList } from '../FactList.tsx'
import type { Fact } from '../FactList.tsx'
import type { PersonPageData } from '../registry-types.ts'
import { CorrectPersonDialog } from './CorrectPersonDialog.tsx'
import { useHukouWords } from './hukou-words.ts'
import { TypeCell } from './person-columns.tsx'
import { Revealed } from './Revealed.tsx'

/** Who the person is; numbers stay masked until a reason is given. */
export function PersonFacts({ data }: { data: PersonPageData }) {
  const t = useT()
  const mayEdit = useMay('person.edit')
  const [isCorrecting, setCorrecting] = useState(false)
  return (
    <Panel
      title={t('person.facts')}
      note={t('versions.current', { version: data.person.version })}
      actions={
        mayEdit && (
          <Button size="small" onClick={() => setCorrecting(true)}>
            {t('correct.open')}
          </Button>
        )
      }
    >
      <FactList facts={usePersonFacts(data)} />
      {isCorrecting && <CorrectPersonDialog person={data.person} onClose={() => setCorrecting(false)} />}
    </Panel>
  )
}

function usePersonFacts({ person, household }: PersonPageData): readonly Fact[] {
  const t = useT()
  const { nameOf } = useCodeNames()
  const hukouOf = useHukouWords()
  const status: MessageKey = isStatus(person.status)
    ? `person.status.${person.status}`
    : 'person.status.other'
  const health =
    person.healthNeed === null ? NO_VALUE : t(person.healthNeed ? 'person.health.need' : 'person.health.none')
  return [
    { name: t('field.idNo'), value: <Revealed personId={person.id} field="idNo" masked={person.idMasked} /> },
    {
      name: t('field.phone'),
      value: <Revealed personId={person.id} field="phone" masked={person.phoneMasked} />,
    },
    {
      name: t('field.bankNo'),
      value: (
        <Revealed
          personId={person.id}
          field="bankNo"
          masked={person.hasBankNo ? t('person.bank.kept') : null}
        />
      ),
    },
    {
      name: t('field.health'),
      value: (
        <Revealed personId={person.id} field="health" masked={person.healthNeed === null ? null : health} />
      ),
    },
    { name: t('field.birth'), value: person.birth ?? NO_VALUE },
    { name: t('field.relation'), value: nameOf(RELATION, person.relation) },
    {
      name: t('field.registerDivision'),
      value: hukouOf(person) ?? person.registerName ?? <span className="quiet">{t('person.hukou.here')}</span>,
    },
    { name: t('field.ethnic'), value: nameOf(ETHNIC, person.ethnic) },
    { name: t('field.marital'), value: nameOf(MARITAL, person.marital) },
    { name: t('field.political'), value: nameOf(POLITICAL, person.political) },
    person.inSchool
      ? { name: t('field.inSchool'), value: inSchoolUntil(nameOf(IN_SCHOOL, person.inSchool), person.graduatesOn) }
      : { name: t('field.education'), value: nameOf(EDUCATION, person.education) },
    { name: t('field.labourSkill'), value: nameOf(LABOUR_SKILL, person.labourSkill) },
    { name: t('field.popClass'), value: nameOf(POPULATION_CLASS, person.popClass) },
    { name: t('field.skills'), value: person.skills.join(t('value.comma')) || NO_VALUE },
    { name: t('field.intent'), value: nameOf(INTENT, person.intent) },
    { name: t('field.status'), value: person.exitOn ? `${t(status)} ${person.exitOn}` : t(status) },
    {
      name: t('field.household'),
      value: (
        <UiLink href={paths.household(household.id)}>
          {t('person.household.members', { head: household.headName, count: household.members })}
        </UiLink>
      ),
    },
    { name: t('field.type'), value: <TypeCell row={person} /> },
    { name: t('field.contact'), value: household.contactName ?? NO_VALUE },
  ]
}

const STATUSES = ['active', 'dead', 'moved_out', 'merged'] as const

function isStatus(text: string): text is (typeof STATUSES)[number] {
  return STATUSES.some((status) => status === text)
}

/** The state at school with the last day there, when it is known. */
function inSchoolUntil(state: string, graduatesOn: string | null): string {
  return graduatesOn === null ? state : `${state} – ${graduatesOn}`
}
