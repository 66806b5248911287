import { EDUCATION } from '@anye/codes/education'
import { DISABILITY_CATEGORY, DISABILITY_GRADE, HEALTH } from '@anye/codes/health'
import { IN_SCHOOL } from '@anye/codes/in-school'
import { INTENT } from '@anye/codes/intent'
import { LABOUR_SKILL } from '@anye/codes/labour-skill'
import { MARITAL } from '@anye/codes/marital'
import { POPULATION_CLASS } from '@anye/codes/population-class'
import { RELATION } from '@anye/codes/relation'
import { SEX } from '@anye/codes/sex'
import { Form, Input, Select } from 'antd'
import { today } from '../../../app/clock.ts'
import { DateField } from '../../../app/command/DateField.tsx'
import { useT } from '../../../app/i18n/locale.tsx'
import { useMay } from '../../../app/session.tsx'
import { useCodeNames } from '../code-names.ts'
import { PlacePicker } from '../places/PlacePicker.tsx'
import type { Person } from '../registry-types.ts'
import { changedFields } from '../versions/conflict.rules.ts'
import { CorrectionDialog } from '../versions/CorrectionDialog.tsx'
import type { Opened } from '../versions/CorrectionDialog.tsx'
import type { FieldName } from '../versions/field-names.ts'
import { useShownValue } from '../versions/shown-value.ts'
import { correctPerson, readPerson, TOUCHED_BY_FACTS } from './persons.data.ts'
import type { PersonChanges } from './persons.data.ts'

const STATUSES = ['active', 'dead', 'moved_out'] as const
const SEXES = ['1', '2'] as const

/** Numbers, health and disability are not shown: a new one replaces the old, an empty field leaves it. */
type PersonValues = PersonChanges

const FIELDS: Readonly<Record<keyof Required<PersonValues>, FieldName>> = {
  name: { label: 'field.name' },
  sex: { label: 'field.sex', list: SEX },
  birth: { label: 'field.birth' },
  relation: { label: 'field.relation', list: RELATION },
  education: { label: 'field.education', list: EDUCATION },
  inSchool: { label: 'field.inSchool', list: IN_SCHOOL },
  graduatesOn: { label: 'field.graduatesOn' },
  registerDivision: { label: 'field.registerDivision' },
  labourSkill: { label: 'field.labourSkill', list: LABOUR_SKILL },
  popClass: { label: 'field.popClass', list: POPULATION_CLASS },
  marital: { label: 'field.marital', list: MARITAL },
  intent: { label: 'field.intent', list: INTENT },
  status: { label: 'field.status' },
  exitOn: { label: 'field.exitOn' },
  idNo: { label: 'person.newIdNo' },
  phone: { label: 'person.newPhone' },
  bankNo: { label: 'person.newBankNo' },
  health: { label: 'person.newHealth', list: HEALTH },
  disabilityCategory: { label: 'person.newDisabilityCategory', list: DISABILITY_CATEGORY },
  disabilityGrade: { label: 'person.newDisabilityGrade', list: DISABILITY_GRADE },
}

function opened(person: Person): Opened<PersonValues> {
  const { version, name, relation, education, inSchool, graduatesOn, marital, popClass, intent, exitOn, registerDivision } = person
  return {
    version,
    values: {
      name,
      relation,
      education,
      inSchool,
      graduatesOn,
      marital,
      popClass,
      intent,
      exitOn,
      registerDivision,
      sex: SEXES.find((code) => code === person.sex),
      birth: person.birth ?? undefined,
      labourSkill: person.labourSkill ?? undefined,
      status: STATUSES.find((status) => status === person.status),
      idNo: undefined,
      phone: undefined,
      bankNo: undefined,
      health: undefined,
      disabilityCategory: undefined,
      disabilityGrade: undefined,
    },
  }
}

function isField(field: string): field is keyof PersonValues {
  return Object.hasOwn(FIELDS, field)
}

/** Corrects facts about a person; the former ones stay as a version with the reason. */
export function CorrectPersonDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useT()
  const show = useShownValue()
  return (
    <CorrectionDialog<PersonValues>
      title={t('person.correct', { name: person.name })}
      opened={opened(person)}
      readNow={async () => opened((await readPerson(person.id)).person)}
      send={async ({ reason, ...values }, base, commandId) => {
        const changes = healthAsSent(changedFields<PersonValues>(base.values, values))
        if (Object.keys(changes).length === 0) return undefined
        return correctPerson({ commandId, id: person.id, version: base.version, reason, changes })
      }}
      labelOf={(field) => (isField(field) ? t(FIELDS[field].label) : field)}
      show={(field, value) => show(isField(field) ? FIELDS[field] : undefined, value)}
      touches={TOUCHED_BY_FACTS}
      onClose={onClose}
      width={760}
    >
      <PersonFields registerName={person.registerName} />
    </CorrectionDialog>
  )
}

// A value of the form only: the record shall say that there is no disability.
const NO_DISABILITY = 'none'

/** An empty set was opened and closed again; a disability chosen away is null. */
function healthAsSent({ health, ...changes }: PersonChanges): PersonChanges {
  const cleared = (['disabilityCategory', 'disabilityGrade'] as const).filter((field) => changes[field] === NO_DISABILITY)
  return {
    ...changes,
    ...Object.fromEntries(cleared.map((field) => [field, null])),
    ...(health?.length ? { health } : {}),
  }
}

function PersonFields({ registerName }: { registerName: string | null }) {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const mayOpen = useMay('person.reveal')
  const status = Form.useWatch<string | undefined>('status')
  const inSchool = Form.useWatch<string | undefined>('inSchool')
  const required = [{ required: true, message: t('command.required') }]
  const select = (field: keyof PersonValues, allowClear = false) => (
    <Form.Item name={field} label={t(FIELDS[field].label)} rules={allowClear ? [] : required}>
      <Select<string>
        allowClear={allowClear}
        showSearch={{ optionFilterProp: 'label' }}
        options={optionsOf(FIELDS[field].list ?? [])}
      />
    </Form.Item>
  )
  return (
    <div className="command-columns">
      <Form.Item name="name" label={t('field.name')} rules={required}>
        <Input maxLength={50} autoFocus />
      </Form.Item>
      {select('sex')}
      <Form.Item name="birth" label={t('field.birth')} rules={required}>
        <DateField latest={today()} />
      </Form.Item>
      {select('relation')}
      <Form.Item name="registerDivision" label={t('field.registerDivision')} extra={t('person.hukou.hint')}>
        <PlacePicker fallback={registerName ?? undefined} />
      </Form.Item>
      {select('education', true)}
      {select('inSchool', true)}
      {inSchool && (
        <Form.Item name="graduatesOn" label={t('field.graduatesOn')} extra={t('person.graduatesOn.hint')}>
          <DateField />
        </Form.Item>
      )}
      {select('labourSkill')}
      {select('popClass')}
      {select('marital', true)}
      {select('intent', true)}
      <Form.Item name="idNo" label={t('person.newIdNo')} extra={t('person.newNumber.hint')}>
        <Input maxLength={30} spellCheck={false} />
      </Form.Item>
      <Form.Item name="phone" label={t('person.newPhone')} extra={t('person.newNumber.hint')}>
        <Input maxLength={20} inputMode="tel" />
      </Form.Item>
      <Form.Item name="bankNo" label={t('person.newBankNo')} extra={t('person.newNumber.hint')}>
        <Input maxLength={30} inputMode="numeric" />
      </Form.Item>
      {mayOpen && <HealthFields />}
      <Form.Item name="status" label={t('field.status')}>
        <Select<string> options={STATUSES.map((value) => ({ value, label: t(`person.status.${value}`) }))} />
      </Form.Item>
      {status !== 'active' && (
        <Form.Item name="exitOn" label={t('field.exitOn')} rules={required}>
          <DateField latest={today()} />
        </Form.Item>
      )}
    </div>
  )
}

/** Who may not open health and disability does not write them either (the server refuses it too). */
function HealthFields() {
  const t = useT()
  const { optionsOf } = useCodeNames()
  const disability = (field: 'disabilityCategory' | 'disabilityGrade') => (
    <Form.Item name={field} label={t(FIELDS[field].label)} extra={t('person.newNumber.hint')}>
      <Select<string>
        allowClear
        options={[...optionsOf(FIELDS[field].list ?? []), { value: NO_DISABILITY, label: t('person.disability.none') }]}
      />
    </Form.Item>
  )
  return (
    <>
      <Form.Item name="health" label={t('person.newHealth')} extra={t('person.newNumber.hint')}>
        <Select<string[]> mode="multiple" allowClear options={optionsOf(HEALTH)} />
      </Form.Item>
      {disability('disabilityCategory')}
      {disability('disabilityGrade')}
    </>
  )
}
