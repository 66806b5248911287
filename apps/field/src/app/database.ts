import { PhoneDatabase } from '../storage/phone-database.ts'

/** The one database of this phone. */
export const database = new PhoneDatabase()
