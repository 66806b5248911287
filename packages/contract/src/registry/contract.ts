/** Endpoints of registry. */
export const registryContract = {}
