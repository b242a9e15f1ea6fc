package gmrl.app.shelf;

import gmrl.app.ui.Words;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Work that waits for the disk, one after another; what goes wrong is told in one sentence.
 *
 * @param disk runs it
 * @param problems takes the sentence
 */
public record DiskWork(Executor disk, Consumer<String> problems) {

  /** Something that waits for the disk and may fail for want of it. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it.
     *
     * @throws IOException with one sentence
     */
    void run() throws IOException;
  }

  /** Does something when all before it is done. */
  public void then(Work work) {
    disk.execute(() -> attempt(work));
  }

  /** Does something now, on the thread of the disk. */
  void attempt(Work work) {
    try {
      work.run();
    } catch (IOException | IllegalArgumentException e) {
      problems.accept(Words.sentence(String.valueOf(e.getMessage())));
    }
  }
}
