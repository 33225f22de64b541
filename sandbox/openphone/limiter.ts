/** A bucket that holds one second's worth of requests and fills again as time goes by. */
export interface Limiter {
  /** Whether this request may pass, at this instant (epoch ms). */
  passes: (requestsPerSecond: number, now: number) => boolean;
}

export function createLimiter(): Limiter {
  const state = { left: Infinity, at: 0 };
  return {
    passes(requestsPerSecond, now) {
      const refilled = state.left + ((now - state.at) / 1000) * requestsPerSecond;
      state.left = Math.min(Math.max(1, requestsPerSecond), refilled);
      state.at = now;
      if (state.left < 1) return false;
      state.left -= 1;
      return true;
    },
  };
}
