export type ModuleName = 'organization' | 'registry' | 'cards' | 'indicators' | 'reporting'
export const MODULES: Record<ModuleName, ModuleName[]>
