import { contactsZh } from './contacts/contacts.zh-CN.ts'
import { fieldsZh } from './fields.zh-CN.ts'
import { householdsZh } from './households/households.zh-CN.ts'
import { importsZh } from './imports/imports.zh-CN.ts'
import { jobsZh } from './jobs/jobs.zh-CN.ts'
import { personsZh } from './persons/persons.zh-CN.ts'

/** Words of the register. */
export const registryZh = { ...fieldsZh, ...personsZh, ...jobsZh, ...householdsZh, ...contactsZh, ...importsZh } as const
