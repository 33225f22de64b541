import { TypeOverrides, types } from 'pg';

const { builtins } = types;

/** How values leave the driver: instants as Date, whole and decimal numbers as number, a day as `2026-11-20`. */
export const rowTypes = new TypeOverrides();
rowTypes.setTypeParser(builtins.TIMESTAMPTZ, (text) => new Date(text));
rowTypes.setTypeParser(builtins.INT8, Number);
rowTypes.setTypeParser(builtins.NUMERIC, Number);
rowTypes.setTypeParser(builtins.DATE, (text) => text);
