/**
 * A process that owns an embedded PostgreSQL until it is killed or its standard input ends.
 * Usage: node owner-process.mjs <launcher module> <data folder> [leave]
 * Prints one line of JSON; with `leave` it then simply runs out of things to do.
 */
const [, , launcher, dataDir, leave] = process.argv;
const { startEmbeddedPostgres } = await import(launcher);
try {
  const server = await startEmbeddedPostgres({ dataDir });
  console.log(JSON.stringify({ url: server.url(), dataDir: server.dataDir }));
  if (!leave) process.stdin.on('end', () => server.stop()).resume();
} catch (error) {
  console.log(JSON.stringify({ error: error.name, pid: error.pid, message: error.message }));
}
