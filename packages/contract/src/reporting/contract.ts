/** Endpoints of reporting. */
export const reportingContract = {}
