import type { Child } from 'hono/jsx';

/** Names and values, where a table would be too much. */
export const Facts = ({ facts }: { facts: readonly { name: Child; value: Child }[] }) => (
  <dl class="facts">
    {facts.map((fact) => (
      <>
        <dt>{fact.name}</dt>
        <dd>{fact.value}</dd>
      </>
    ))}
  </dl>
);
