/**
 * The bridge between worker threads and the interface thread.
 *
 * <p>A view-model puts its question to a {@link gmrl.app.live.LiveView}, which computes each
 * question once and says of every answer what it is worth ({@link gmrl.app.live.Standing}). Below
 * it, {@link gmrl.app.live.LiveExperiment} runs one experiment at a time, {@link
 * gmrl.app.live.LatestSlot} carries snapshots to the interface thread, and {@link
 * gmrl.app.live.Tasks} lists what is running.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.live;
