package gmrl.app.live;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Values that are still to come. */
public final class Coming {
  private Coming() {}

  /**
   * Hears of the first value to come that is wanted, and of no other.
   *
   * @param which whether a value is the one; gets null where there is none
   */
  public static <T> void first(
      ObservableValue<T> value, Predicate<@Nullable T> which, Consumer<@Nullable T> then) {
    value.addListener(
        new ChangeListener<T>() {
          @Override
          public void changed(ObservableValue<? extends T> from, T was, T is) {
            if (which.test(is)) {
              from.removeListener(this);
              then.accept(is);
            }
          }
        });
  }

  /**
   * Hears how an answer that is being computed ends.
   *
   * @param then gets it complete, stopped or failed; null where another question came in its place
   */
  public static <Q, T> void end(
      ObservableValue<LiveView.@Nullable Answer<Q, T>> answers,
      Consumer<LiveView.@Nullable Answer<Q, T>> then) {
    LiveView.Answer<Q, T> now = answers.getValue();
    Q asked = now != null && now.standing().isUnderWay() ? now.question() : null;
    first(
        answers,
        answer -> answer == null || answer.standing().isFinal() || isOther(asked, answer),
        answer -> then.accept(answer == null || isOther(asked, answer) ? null : answer));
  }

  private static <Q> boolean isOther(@Nullable Q asked, LiveView.Answer<Q, ?> answer) {
    return asked != null && !answer.question().equals(asked);
  }
}
