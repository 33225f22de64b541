import type { Context } from 'hono';
import { v7 as uuidv7, validate as isUuid } from 'uuid';

/** The id of an order as its form or its address carries it; a new one where neither does. */
export async function orderIdOf(c: Context): Promise<string> {
  const { order = c.req.query('order') } = await c.req.parseBody();
  return typeof order === 'string' && isUuid(order) ? order : uuidv7();
}
