import { describe, expect, expectTypeOf, it } from 'vitest';
import { hx, type HxAttributes } from '#web/hx.ts';

describe('hx', () => {
  it('writes what JSX cannot spell', () => {
    expect(
      hx({ post: '/contacts', status: { 422: 'swap:outerMorph target:this', '5xx': 'swap:none' } }),
    ).toEqual({
      'hx-post': '/contacts',
      'hx-status:422': 'swap:outerMorph target:this',
      'hx-status:5xx': 'swap:none',
    });
  });

  it('marks what is meant for the elements below, because htmx 4 inherits nothing by itself', () => {
    expect(hx({ inherited: { boost: true, target: '#main' } })).toEqual({
      'hx-boost:inherited': 'true',
      'hx-target:inherited': '#main',
    });
  });

  it('sends values as data, never as a script', () => {
    expect(hx({ post: '/x', vals: { order: 'a"b', n: 2 } })).toEqual({
      'hx-post': '/x',
      'hx-vals': '{"order":"a\\"b","n":2}',
    });
  });

  it('leaves out what is undefined and joins words by hyphens', () => {
    const next: string | undefined = undefined;
    expect(hx({ ...(next ? { get: next } : {}), pushUrl: true, morphSkip: true })).toEqual({
      'hx-push-url': 'true',
      'hx-morph-skip': 'true',
    });
  });

  it('opens a stream', () => {
    expect(hx({ swap: 'none', sse: { connect: '/events', close: 'bye' } })).toEqual({
      'hx-swap': 'none',
      'hx-sse:connect': '/events',
      'hx-sse:close': 'bye',
    });
  });

  it('has no spelling for what needs eval, nor for events that a deleted element cannot reach', () => {
    // @ts-expect-error a filter runs through eval
    hx({ get: '/x', trigger: "keyup[key=='Enter']" });
    // @ts-expect-error a script in an attribute
    hx({ get: '/x', include: 'js:document' });
    // @ts-expect-error events after a delete are dispatched on document
    hx({ get: '/x', trigger: 'saved from:body' });
    // @ts-expect-error a typo
    hx({ gte: '/x' });
    expectTypeOf(hx({ get: '/x', trigger: 'saved from:document' })).toEqualTypeOf<HxAttributes>();
  });
});
