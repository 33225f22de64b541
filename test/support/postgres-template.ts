/** The migrated database that every test database is copied from. */
export const template = 'throughline_template';
