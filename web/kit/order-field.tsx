import { v7 } from 'uuid';

/** The id of the order that a form gives, so that a double click is one order. */
export const OrderField = () => <input type="hidden" name="order" value={v7()} />;
