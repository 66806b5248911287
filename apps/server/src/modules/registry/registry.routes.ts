/** Joins the endpoints of registry to their use cases. */
export const registryRoutes = {}
