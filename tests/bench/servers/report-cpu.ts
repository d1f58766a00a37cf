// Loaded before any server of a benchmark: answers over IPC how much processor time and memory its process has used.
process.on("message", (message) => {
  if (message !== "usage") return;
  const { user, system } = process.cpuUsage();
  process.send?.({
    cpuMicroseconds: user + system,
    kernelMicroseconds: system,
    residentBytes: process.memoryUsage.rss(),
  });
});
