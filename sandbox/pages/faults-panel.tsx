import type { Faults } from '../faults/faults.ts';
import { FAULT_SWITCHES, type FaultSwitch } from './fault-switches.ts';
import { sentences } from './sentences.ts';

const HOW = `curl -X PUT   $SANDBOX/sandbox/faults -H 'Content-Type: application/json' \\
     -d '{"withhold": 0.2, "loseCallbacks": 0.1, "seed": 7}'
curl -X PATCH $SANDBOX/sandbox/faults -H 'Content-Type: application/json' \\
     -d '{"tooMany": {"requests": 20}}'
curl          $SANDBOX/sandbox/faults
curl -X DELETE $SANDBOX/sandbox/faults`;

/** Switches that take effect as they are moved; replaced whole, for a morph keeps a moved switch. */
export function FaultsPanel({ faults }: { faults: Faults }) {
  return (
    <section class="faults" id="faults" aria-labelledby="faults-heading">
      <h2 id="faults-heading">{sentences.faults}</h2>
      <p class="hint">{sentences.faultsHint}</p>
      <form
        method="post"
        action="/faults"
        hx-post="/faults"
        hx-trigger="change, submit"
        hx-target="#faults"
        hx-swap="outerHTML"
      >
        <ul>
          {FAULT_SWITCHES.map((fault) => (
            <FaultRow fault={fault} state={fault.read(faults.settings)} />
          ))}
        </ul>
        <noscript>
          <button class="btn" type="submit">
            {sentences.faultsApply}
          </button>
        </noscript>
      </form>
    </section>
  );
}

/** Stands outside the panel, which is replaced as it changes. */
export function FaultsHow() {
  return (
    <details class="how" id="faults-how">
      <summary>{sentences.how}</summary>
      <pre tabindex={0}>{HOW}</pre>
    </details>
  );
}

function FaultRow({
  fault,
  state,
}: {
  fault: FaultSwitch;
  state: ReturnType<FaultSwitch['read']>;
}) {
  const { key, title, hint, amount, choices } = fault;
  return (
    <li class={choices ? 'roomy' : undefined}>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          name={key}
          id={`f-${key}`}
          checked={state !== undefined}
        />
        <span>
          {title}
          <br />
          <span class="muted small">{hint}</span>
        </span>
      </label>
      {(amount || choices) && (
        <span class="amount">
          {amount && (
            <input
              class="input"
              type="number"
              name={`${key}.amount`}
              id={`f-${key}-amount`}
              aria-label={`${title}: ${amount.unit}`}
              min="0"
              max={amount.most}
              step="any"
              value={state?.amount ?? amount.usual}
            />
          )}
          {amount?.unit}
          {choices && (
            <select
              class="input"
              name={`${key}.choice`}
              id={`f-${key}-choice`}
              aria-label={`${title}: ${hint}`}
            >
              {choices.map(([value, words]) => (
                <option value={value} selected={value === state?.choice}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </span>
      )}
    </li>
  );
}
