// Loaded before each of our processes: when the supervisor is killed, its end of the channel closes, and they end too.
import { isMainThread } from 'node:worker_threads';

const patienceMs = 12_000; // a call to a provider may take its ten seconds

if (isMainThread && process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), patienceMs).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
