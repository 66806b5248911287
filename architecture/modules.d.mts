export type ModuleName = 'organization' | 'registry' | 'indicators' | 'reporting'
export const MODULES: Record<ModuleName, ModuleName[]>
