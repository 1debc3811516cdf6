type Sample = {
  readAtMs: number;
  cpu: { usageNs: number; userNs: number; kernelNs: number; systemNs: number; onlineCpus: number; periods: number; throttledPeriods: number; throttledNs: number };
  memory: { usageBytes: number; limitBytes: number; inactiveFileBytes: number; cacheBytes: number; peakBytes: number };
  pids: { current: number; max: number };
  blockIo: { readBytes: number; writeBytes: number };
  network: { name: string; receivedBytes: number; receivedPackets: number; receiveErrors: number; receiveDropped: number; sentBytes: number; sentPackets: number; sendErrors: number; sendDropped: number }[];
};

const everyMs = 1_000;

/** One JSON object a second, as `docker stats` reads them; each carries the sample before it, from which the client makes a share. */
export async function* statsLines({ id, name, sample, once, oneShot }: { id: string; name: string; sample: () => Promise<unknown>; once: boolean; oneShot: boolean }): AsyncIterable<string> {
  let before: Sample | undefined;
  for (;;) {
    const now = (await sample()) as Sample | undefined;
    // Without streaming Docker waits for a second sample, unless asked for just one or there is nothing to measure.
    if (!once || oneShot || before || !now) yield `${JSON.stringify(now ? view(id, name, now, before) : idle(id, name))}\n`;
    if (once && (oneShot || before || !now)) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

const cpu = ({ cpu: one }: Sample) => ({
  cpu_usage: { total_usage: one.usageNs, usage_in_kernelmode: one.kernelNs, usage_in_usermode: one.userNs },
  system_cpu_usage: one.systemNs,
  online_cpus: one.onlineCpus,
  throttling_data: { periods: one.periods, throttled_periods: one.throttledPeriods, throttled_time: one.throttledNs },
});

const noCpu = { cpu_usage: { total_usage: 0, usage_in_kernelmode: 0, usage_in_usermode: 0 }, throttling_data: { periods: 0, throttled_periods: 0, throttled_time: 0 } };

const unread = '0001-01-01T00:00:00Z';
const noBlockIo = { io_service_bytes_recursive: null, io_serviced_recursive: null, io_queue_recursive: null, io_service_time_recursive: null, io_wait_time_recursive: null, io_merged_recursive: null, io_time_recursive: null, sectors_recursive: null };

/** Of a container that does not run. */
const idle = (id: string, name: string) => ({ id, name: `/${name}`, read: unread, preread: unread, num_procs: 0, storage_stats: {}, cpu_stats: noCpu, precpu_stats: noCpu, memory_stats: {}, pids_stats: {}, blkio_stats: noBlockIo });

const view = (id: string, name: string, now: Sample, before: Sample | undefined) => ({
  id,
  name: `/${name}`,
  read: new Date(now.readAtMs).toISOString(),
  preread: before ? new Date(before.readAtMs).toISOString() : unread,
  num_procs: 0,
  storage_stats: {},
  cpu_stats: cpu(now),
  precpu_stats: before ? cpu(before) : noCpu,
  memory_stats: { usage: now.memory.usageBytes, max_usage: now.memory.peakBytes, limit: now.memory.limitBytes, stats: { inactive_file: now.memory.inactiveFileBytes, total_inactive_file: now.memory.inactiveFileBytes, cache: now.memory.cacheBytes } },
  pids_stats: { current: now.pids.current, ...(now.pids.max > 0 ? { limit: now.pids.max } : {}) },
  blkio_stats: { ...noBlockIo, io_service_bytes_recursive: [{ major: 0, minor: 0, op: 'read', value: now.blockIo.readBytes }, { major: 0, minor: 0, op: 'write', value: now.blockIo.writeBytes }] },
  networks: Object.fromEntries(
    now.network.map((one) => [
      one.name,
      { rx_bytes: one.receivedBytes, rx_packets: one.receivedPackets, rx_errors: one.receiveErrors, rx_dropped: one.receiveDropped, tx_bytes: one.sentBytes, tx_packets: one.sentPackets, tx_errors: one.sendErrors, tx_dropped: one.sendDropped },
    ]),
  ),
});
