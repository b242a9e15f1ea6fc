package gmrl.app.atari;

import gmrl.atari.learn.MetaBias;
import gmrl.atari.learn.MetaParameters;
import gmrl.experiment.atari.AtariSpec;
import gmrl.meta.Interval;
import gmrl.meta.MeanEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a study of a meta-gradient's bias says, in words. */
final class BiasWords {
  private BiasWords() {}

  /** Both estimates with their intervals, or that the reference is not resolved. */
  static String of(AtariSpec spec, long steps, MetaBias bias) {
    int k = spec.learning().meta().innerSteps();
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "After %.1f k steps, K = %d, %d windows of %d environments: ",
                steps / 1e3,
                k,
                bias.trials(),
                bias.environments()));
    if (!bias.resolved()) {
      text.append("the reference cannot be told from 0 yet, so no bias is resolved.");
    } else {
      text.append("bias of plain ").append(percent(bias.plain().relative()));
      text.append(", of LVC ").append(percent(bias.lvc().relative()));
      text.append(" of the reference’s length; cosine with it ");
      text.append(cosine(bias.plain())).append(" and ").append(cosine(bias.lvc())).append('.');
      List<String> wrong = wrong(bias);
      if (!wrong.isEmpty()) {
        text.append(" Both point the wrong way by the ").append(String.join(", ", wrong));
        text.append('.');
      }
    }
    if (k == 1) {
      text.append(
          bias.plain().mean().equals(bias.lvc().mean())
              ? " With one inner step plain and LVC are the same number for number, as they must."
              : " With one inner step plain and LVC should be the same, and they are not.");
    }
    return text.toString();
  }

  /** Where both estimates and the reference are resolved and their signs differ. */
  private static List<String> wrong(MetaBias bias) {
    List<String> out = new ArrayList<>();
    for (MetaParameters.Name name : MetaParameters.Name.values()) {
      int i = name.position();
      int sign = sign(bias.reference().get(i));
      if (sign != 0
          && sign(bias.plain().mean().get(i)) == -sign
          && sign(bias.lvc().mean().get(i)) == -sign) {
        out.add(AtariCharts.label(name));
      }
    }
    return out;
  }

  /** 0 where the interval holds 0. */
  private static int sign(MeanEstimate value) {
    Interval i = value.interval();
    return i.low() > 0 ? 1 : i.high() < 0 ? -1 : 0;
  }

  private static String percent(Interval i) {
    if (Double.isNaN(i.high())) {
      return String.format(Locale.ROOT, "%.0f %% (undecided)", 100 * i.value());
    }
    return String.format(
        Locale.ROOT,
        "%.0f %% (%.0f to %.0f)",
        100 * i.value(),
        100 * Math.max(0, i.low()),
        100 * i.high());
  }

  private static String cosine(MetaBias.Estimate e) {
    Interval i = e.cosine();
    if (Double.isNaN(i.high())) {
      return String.format(Locale.ROOT, "%.2f (undecided)", i.value());
    }
    return String.format(
        Locale.ROOT, "%.2f (%.2f to %.2f)", i.value(), i.low(), Math.min(1, i.high()));
  }
}
