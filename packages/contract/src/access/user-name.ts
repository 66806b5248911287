import { z } from 'zod'

/**
 * What people type to log in: 3 to 40 of a-z, 0-9, dot, dash, underscore; upper case is taken as lower case.
 */
export const UserName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)
