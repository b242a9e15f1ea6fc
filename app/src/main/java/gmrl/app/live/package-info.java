/**
 * The bridge between worker threads and the interface thread: {@link gmrl.app.live.LatestSlot}
 * carries snapshots one way, {@link gmrl.app.live.Conflator} carries requests the other way, {@link
 * gmrl.app.live.Tasks} lists what is running.
 */
@org.jspecify.annotations.NullMarked
package gmrl.app.live;
