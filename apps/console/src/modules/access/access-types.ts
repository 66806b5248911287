import type { Answers } from '../../app/api.ts'

/** Answers of the access endpoints, as the pages read them. */
export type UserAccount = Answers['access']['listUsers']['rows'][number]
export type HeldRole = UserAccount['roles'][number]
export type FirstPassword = Answers['access']['createUser']
export type OpenSession = Answers['access']['listMySessions'][number]
export type AuditLine = Answers['access']['listAudit']['rows'][number]
