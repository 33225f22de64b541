// Recordings: a turn of a transcript leads to its second, the turn being said is marked, one voice at a time.
const turnsOf = (audio) => document.querySelectorAll(`[data-seek][aria-controls="${audio.id}"]`);

document.addEventListener('click', ({ target }) => {
  const turn = target.closest?.('[data-seek]');
  const audio = turn && document.getElementById(turn.getAttribute('aria-controls'));
  if (!audio) return;
  audio.currentTime = Number(turn.dataset.seek);
  // A browser that wants the press on the player itself says so by refusing; the player stands there.
  audio.play().catch(() => {});
});

const onSound = (type, act) => document.addEventListener(type, ({ target }) => target.matches?.('audio') && act(target), true);

onSound('timeupdate', mark);
onSound('seeked', mark);
onSound('play', (audio) => {
  for (const other of document.querySelectorAll('audio')) if (other !== audio) other.pause();
});

function mark(audio) {
  const turns = [...turnsOf(audio)];
  const said = turns.findLast(({ dataset }) => Number(dataset.seek) <= audio.currentTime);
  for (const turn of turns) {
    if (turn === said) continue;
    turn.removeAttribute('aria-current');
  }
  if (!said || said.hasAttribute('aria-current')) return;
  said.setAttribute('aria-current', 'true');
  // Within its own box alone: the page stays where its reader is.
  const box = said.closest('.turns-scroll');
  const below = said.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom;
  const above = box.getBoundingClientRect().top - said.getBoundingClientRect().top;
  if (below > 0) box.scrollTop += below;
  else if (above > 0) box.scrollTop -= above;
}
