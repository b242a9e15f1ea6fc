package gmrl.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestSlotTest {
  @Test
  void whatIsDeliveredAheadDoesNotComeAgain() {
    List<Runnable> queue = new ArrayList<>();
    List<Integer> heard = new ArrayList<>();
    LatestSlot<Integer> slot = new LatestSlot<>(queue::add, heard::add);
    slot.publish(1);
    slot.publish(2);
    slot.deliver();
    assertThat(heard).containsExactly(2);
    queue.forEach(Runnable::run);
    assertThat(heard).containsExactly(2);
    slot.publish(3);
    assertThat(queue).hasSize(2);
    queue.get(1).run();
    assertThat(heard).containsExactly(2, 3);
  }
}
