// The door of cards: what the processes and the modules above may call.
export { startCardWorker } from './cards.jobs.ts'
export { openAllVillages } from './months/open-months.ts'
export { monthRatesOf, type MonthRates } from './months/month-rates.query.ts'
export { fillMonths, type MonthTeam } from './months/fill-months.ts'
export { ownerOf } from './needs/need-owner.ts'
export { resumePrints } from './paper/make-print.ts'
