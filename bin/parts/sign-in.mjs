import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from './project.mjs';

/**
 * The way in, of which the seed (e-mail and password) or the web server of an empty database (a link that
 * opens once) leaves word.
 * @param {string} app its address
 * @param {number} began when this start began: a link of an earlier one opens no more
 * @returns {string}
 */
export function howToSignIn(app, began) {
  const file = join(dataDir(), 'sign-in.json');
  try {
    const way = JSON.parse(readFileSync(file, 'utf8'));
    if (way.email) return `${way.email} with the password ${way.password}`;
    if (way.link && statSync(file).mtimeMs >= began)
      return `${way.link} (opens once, for the owner)`;
  } catch {
    // nobody left word: a database of one's own, where accounts exist already
  }
  return `${app}/sign-in with your own account`;
}
