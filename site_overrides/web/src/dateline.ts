/** What every page loads: small, and nothing that a page needs in order to be read. */
export {};
