// Writes web/kit/icons.ts: the few icons the product uses, out of lucide-static's two thousand.
// Pages may read no files (web/ is pure), so the drawings live in the code. Run: node bin/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const names = {
  today: 'sunrise',
  inbox: 'inbox',
  contacts: 'users',
  person: 'user',
  unassigned: 'user-x',
  assign: 'user-check',
  sequences: 'list-tree',
  campaigns: 'send',
  imports: 'file-up',
  senders: 'smartphone',
  settings: 'settings',
  more: 'menu',
  dots: 'ellipsis',
  search: 'search',
  filter: 'list-filter',
  plus: 'plus',
  check: 'check',
  close: 'x',
  failed: 'circle-x',
  warn: 'triangle-alert',
  info: 'info',
  external: 'external-link',
  unknown: 'circle-question-mark',
  offline: 'wifi-off',
  broken: 'unplug',
  live: 'radio',
  retry: 'rotate-cw',
  pause: 'pause',
  resume: 'play',
  stop: 'octagon-x',
  block: 'ban',
  clock: 'clock',
  snooze: 'alarm-clock',
  calendar: 'calendar',
  forward: 'fast-forward',
  skip: 'skip-forward',
  edit: 'pencil',
  bin: 'trash-2',
  copy: 'copy',
  link: 'external-link',
  back: 'arrow-left',
  up: 'arrow-up',
  down: 'arrow-down',
  next: 'chevron-right',
  open: 'chevron-down',
  reply: 'reply',
  panel: 'panel-right',
  exit: 'log-out',
  end: 'signpost',
  wait: 'hourglass',
  until: 'calendar-clock',
  flag: 'flag',
  move: 'move',
  braces: 'braces',
  branch: 'git-branch',
  compare: 'git-compare',
  undo: 'undo-2',
  redo: 'redo-2',
  preview: 'eye',
  rehearse: 'footprints',
  tag: 'tag',
  save: 'bookmark',
  file: 'paperclip',
  picture: 'image',
  download: 'download',
  upload: 'upload',
  lock: 'lock',
  key: 'key-round',
  sun: 'sun',
  moon: 'moon',
  system: 'monitor',
  keyboard: 'keyboard',
  merge: 'merge',
  shuffle: 'shuffle',
  map: 'map-pin',
  chart: 'chart-line',
  money: 'receipt',
  sms: 'message-square',
  whatsapp: 'message-circle',
  email: 'mail',
  call: 'phone',
  voicemail: 'voicemail',
  note: 'sticky-note',
};

/** @param {string} file */
const drawing = (file) =>
  readFileSync(new URL(`../node_modules/lucide-static/icons/${file}.svg`, import.meta.url), 'utf8')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/ \/>/g, '/>')
    .trim();

const rows = Object.entries(names)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([name, file]) => `  ${name}: '${drawing(file)}',`);

writeFileSync(
  new URL('../web/kit/icons.ts', import.meta.url),
  `// Written by bin/icons.mjs from lucide-static (ISC). Add a name there, not a drawing here.\nexport const icons = {\n${rows.join('\n')}\n} as const;\n\nexport type IconName = keyof typeof icons;\n`,
);
