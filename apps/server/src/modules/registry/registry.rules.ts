// The pure half of the door: what rules of other modules may call, since a rule imports nothing that reads or writes.
export { nameOfRegistered } from './persons/register-name.rules.ts'
