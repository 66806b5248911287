import { contactsEn } from './contacts/contacts.en.ts'
import { fieldsEn } from './fields.en.ts'
import { householdsEn } from './households/households.en.ts'
import { importsEn } from './imports/imports.en.ts'
import { jobsEn } from './jobs/jobs.en.ts'
import { personsEn } from './persons/persons.en.ts'
import type { registryZh } from './registry.zh-CN.ts'

export const registryEn = {
  ...fieldsEn, ...personsEn, ...jobsEn, ...householdsEn, ...contactsEn, ...importsEn,
} satisfies Record<keyof typeof registryZh, string>
